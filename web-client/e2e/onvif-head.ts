import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const ENVELOPE =
  'xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:tt="http://www.onvif.org/ver10/schema"';
const PTZ = 'http://www.onvif.org/ver20/ptz/wsdl';
const MEDIA = 'http://www.onvif.org/ver10/media/wsdl';

/** The head of an ONVIF camera on loopback: answers over real HTTP and remembers what it was asked. */
export class OnvifHead {
  /** What moved it, in order: `move x y zoom`, `stop`, `goto TOKEN`. */
  readonly moves: string[] = [];

  private constructor(private readonly server: Server) {}

  static async start(): Promise<OnvifHead> {
    const server = createServer();
    const head = new OnvifHead(server);
    server.on('request', async (request, response) => {
      const body = await read(request).catch(() => undefined);
      // An agent that is stopped, or this head, may cut a request off.
      if (body === undefined) return;
      response.setHeader('Content-Type', 'application/soap+xml; charset=utf-8');
      response.end(`<s:Envelope ${ENVELOPE}><s:Body>${head.answer(body)}</s:Body></s:Envelope>`);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return head;
  }

  /** As `camera.ptz` names it. */
  get address(): string {
    return `onvif://${this.authority}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private get authority(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  private answer(body: string): string {
    const operation = /<s:Body><(\w+)/.exec(body)?.[1] ?? '';
    switch (operation) {
      case 'GetSystemDateAndTime':
        return time();
      case 'GetServices':
        return `<GetServicesResponse>${[PTZ, MEDIA]
          .map(
            (name) =>
              `<Service><Namespace>${name}</Namespace><XAddr>http://${this.authority}/x</XAddr></Service>`,
          )
          .join('')}</GetServicesResponse>`;
      case 'GetProfiles':
        return `<GetProfilesResponse><Profiles token="P1"><tt:Name>main</tt:Name><tt:VideoEncoderConfiguration>
          <tt:Encoding>H264</tt:Encoding><tt:Resolution><tt:Width>640</tt:Width><tt:Height>360</tt:Height></tt:Resolution>
          </tt:VideoEncoderConfiguration></Profiles></GetProfilesResponse>`;
      case 'GetPresets':
        return `<GetPresetsResponse>${['Gate', 'Yard']
          .map((name, index) => `<Preset token="${index + 1}"><tt:Name>${name}</tt:Name></Preset>`)
          .join('')}</GetPresetsResponse>`;
      case 'ContinuousMove':
        this.moves.push(`move ${part(body, 'x')} ${part(body, 'y')}${body.includes('<Zoom') ? ' zoom' : ''}`);
        break;
      case 'Stop':
        this.moves.push('stop');
        break;
      case 'GotoPreset':
        this.moves.push(`goto ${/<PresetToken>(\w+)</.exec(body)?.[1]}`);
    }
    return `<${operation}Response/>`;
  }
}

function part(body: string, axis: string): string {
  return new RegExp(` ${axis}="([^"]+)"`).exec(body)?.[1] ?? '-';
}

async function read(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) {
    body += chunk;
  }
  return body;
}

function time(): string {
  const now = new Date();
  return `<GetSystemDateAndTimeResponse><SystemDateAndTime><tt:UTCDateTime>
    <tt:Time><tt:Hour>${now.getUTCHours()}</tt:Hour><tt:Minute>${now.getUTCMinutes()}</tt:Minute>
    <tt:Second>${now.getUTCSeconds()}</tt:Second></tt:Time>
    <tt:Date><tt:Year>${now.getUTCFullYear()}</tt:Year><tt:Month>${now.getUTCMonth() + 1}</tt:Month>
    <tt:Day>${now.getUTCDate()}</tt:Day></tt:Date></tt:UTCDateTime></SystemDateAndTime></GetSystemDateAndTimeResponse>`;
}
