import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GUARD_SECONDS } from './guards.ts';
import { AGENT_JAR, eventually, freePort, listens, Program, RELAY_JAR, runJar } from './processes.ts';
import { callRelay } from './relay-api.ts';

/** A relay with one camera called `front`, its agent, and where to watch them: two real processes with a state of their own. */
export class Stack {
  private readonly folder = mkdtempSync(join(tmpdir(), 'fanlight-e2e-'));
  private readonly agentState = join(this.folder, 'agent');
  private readonly relay: Program;
  private readonly agent: Program;
  private key = '';

  private constructor(
    readonly tlsPort: number,
    readonly pagePort: number,
    rtmpPort: number,
    /** Where a site of another origin may show the camera in a frame. */
    readonly sitePort: number,
    source: string,
    settings: readonly string[],
  ) {
    const relayState = join(this.folder, 'relay');
    this.relay = new Program([
      RELAY_JAR,
      'serve',
      '--state',
      relayState,
      '--set',
      `http.port=${tlsPort}`,
      '--set',
      `http.plain_port=${pagePort}`,
      // Every page and agent of the tests is at one address.
      '--set',
      'limits.connects_per_minute=100000',
      '--set',
      'limits.sockets_per_address=1000',
      '--set',
      'limits.connections_per_address=1000',
      '--set',
      'gateways.flv.type=http_flv',
      '--set',
      `gateways.rtmp.port=${rtmpPort}`,
      '--set',
      `access.frame_ancestors=http://127.0.0.1:${sitePort}`,
      '--set',
      'gateways.hls.type=hls',
      // By UDP, so that the number is free.
      '--set',
      `gateways.webrtc.port=${pagePort}`,
      '--set',
      `gateways.webrtc.advertise=${process.env.FANLIGHT_ADVERTISE ?? '127.0.0.1'}`,
    ]);
    this.agent = new Program([
      AGENT_JAR,
      'run',
      '--state',
      this.agentState,
      '--source',
      source,
      ...settings.flatMap((pair) => ['--set', pair]),
    ]);
  }

  private static async at(source: string, settings: readonly string[]): Promise<Stack> {
    return new Stack(
      await freePort(),
      await freePort(),
      await freePort(),
      await freePort(),
      source,
      settings,
    );
  }

  /** Starts a relay that knows no camera; its agent waits to be joined. */
  static async bare(source = 'test'): Promise<Stack> {
    const stack = await Stack.at(source, []);
    return stack.begin(() => stack.startRelay());
  }

  /** Starts both and pairs them; `settings` are `KEY=VALUE` pairs for the agent. */
  static async start(source: string, settings: readonly string[] = []): Promise<Stack> {
    const stack = await Stack.at(source, settings);
    return stack.begin(async () => {
      await stack.startRelay();
      await stack.pair();
      stack.agent.start();
      await eventually(
        'the agent is connected',
        () => stack.agent.output.includes('connected to '),
        GUARD_SECONDS.start,
      ).catch((e) => {
        throw new Error(`${e}\n${stack.agent.output}\n${stack.relay.output}`);
      });
    });
  }

  /** Takes the first steps; when one fails, what the earlier ones have started is stopped, for no one else has this stack. */
  private async begin(steps: () => Promise<void>): Promise<Stack> {
    try {
      await steps();
      return this;
    } catch (e) {
      await this.close();
      throw e;
    }
  }

  /** The watch link, with another key or query where asked for. */
  url(query = '', key = this.key): string {
    return `http://localhost:${this.pagePort}/w/front${query}#${key}`;
  }

  /** Where other players find the camera. */
  flv(scheme: string): string {
    return `${scheme}://localhost:${this.pagePort}/live/front.flv?key=${this.key}`;
  }

  /** Where players of HLS find the camera. */
  hls(): string {
    return `http://localhost:${this.pagePort}/live/front.m3u8?key=${this.key}`;
  }

  /** Where the page is, without a camera. */
  page(path: string): string {
    return `http://localhost:${this.pagePort}${path}`;
  }

  /** The one-time secret that the relay printed for its owner. */
  get ownerSecret(): string {
    return /\/admin#(\S+)/.exec(this.relay.output)?.[1] ?? '';
  }

  /** Joins a device by the link of an invitation and lets it run. */
  async join(link: string): Promise<void> {
    await this.register(link);
    this.agent.start();
  }

  /** What the agent printed so far. */
  get agentOutput(): string {
    return this.agent.output;
  }

  async startRelay(): Promise<void> {
    this.relay.start();
    const before = this.relay.output.length;
    const ready = () => this.relay.output.slice(before).includes('Ready on port');
    await eventually(
      'the relay is ready',
      async () => ready() && (await listens(this.pagePort)),
      GUARD_SECONDS.start,
    ).catch((e) => {
      throw new Error(`${e}\n${this.relay.output}`);
    });
  }

  async killRelay(): Promise<void> {
    await this.relay.stop('SIGKILL');
  }

  async stopRelay(): Promise<void> {
    await this.relay.stop();
  }

  startAgent(): void {
    this.agent.start();
  }

  async killAgent(): Promise<void> {
    await this.agent.stop('SIGKILL');
  }

  /** Stops both and removes their state; keeps the logs of a failed test beside the results. */
  async close(logsTo?: string): Promise<void> {
    await this.agent.stop();
    await this.relay.stop();
    if (logsTo !== undefined) {
      mkdirSync(logsTo, { recursive: true });
      writeFileSync(join(logsTo, 'relay.log'), this.relay.output);
      writeFileSync(join(logsTo, 'agent.log'), this.agent.output);
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** What the relay's owner sees of the camera: `asleep`, `live` and so on. */
  async cameraState(): Promise<string> {
    return ((await this.call('GET', '/cameras/front')) as { state: string }).state;
  }

  /** Frames that the relay has sent to viewers. */
  async framesSent(): Promise<number> {
    return ((await this.call('GET', '/status')) as { frames_out: number }).frames_out;
  }

  /** Makes a link to the camera, as its owner does, and gives its key. */
  async link(request: { can: string; ptz?: boolean; rewind_ms?: number }): Promise<string> {
    const { urls } = (await this.call('POST', '/cameras/front/links', request)) as { urls: string[] };
    return urls[0]?.split('#')[1] ?? '';
  }

  /** Adds the camera by the relay's API, as its command line does, and joins the agent to it, whose state folder is returned. */
  async pair(): Promise<string> {
    const { join: link, watch } = (await this.call('POST', '/cameras', {
      camera: 'front',
      host: 'localhost',
    })) as { join: string; watch: string[] };
    this.key = watch[0]?.split('#')[1] ?? '';
    return this.register(link);
  }

  /** Gives the agent an identity by the link of an invitation; the state folder that holds it is returned. */
  private async register(link: string): Promise<string> {
    await runJar(AGENT_JAR, 'join', link, '--state', this.agentState);
    return this.agentState;
  }

  /** Calls the relay's API as its command line does. */
  call(method: string, path: string, body?: object): Promise<unknown> {
    return callRelay(join(this.folder, 'relay'), method, path, body);
  }
}
