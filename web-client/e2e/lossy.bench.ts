import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { loadavg } from 'node:os';
import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from './stack-test.ts';
import { quantile } from './strip.ts';
import { WatchPage } from './watch-page.ts';

const IMPAIR = new URL('../../deploy/bench/impair.py', import.meta.url).pathname;
const NAMESPACES = process.env.FANLIGHT_LOSSY?.split(' ') ?? [];
const SECONDS = Number(process.env.FANLIGHT_SECONDS ?? 20);
const STALL_MS = 500;
const list = (name: string, usual: string) => (process.env[name] ?? usual).split(',');

/** The link between relay and page. */
class Link {
  private constructor(private readonly program: ChildProcess) {}

  static open(): Link {
    return new Link(spawn('python3', [IMPAIR, ...NAMESPACES], { stdio: ['pipe', 'pipe', 'inherit'] }));
  }

  async become(roundTripMs: number, lossPercent: number): Promise<void> {
    const set = once(this.program.stdout as NodeJS.ReadableStream, 'data');
    this.program.stdin?.write(`${roundTripMs / 2} ${lossPercent}\n`);
    await set;
  }

  close(): void {
    this.program.stdin?.end();
  }
}

/** A frame as the page has shown it: when, in ms of the page, and how old it was then. */
interface Shown {
  readonly at: number;
  readonly age: number;
}

/** Collects what the page says of each frame that it shows. */
function watchFrames(page: Page): Promise<Shown[]> {
  return page.evaluate(
    (duration) =>
      new Promise<Shown[]>((resolve) => {
        const root = document.querySelector<HTMLElement>('fanlight-watch');
        const shown: Shown[] = [];
        let count = root?.dataset['frames'];
        const observer = new MutationObserver(() => {
          if (root?.dataset['frames'] !== count) {
            count = root?.dataset['frames'];
            shown.push({ at: performance.now(), age: Number(root?.dataset['latencyMs']) });
          }
        });
        observer.observe(root as HTMLElement, { attributeFilter: ['data-frames', 'data-latency-ms'] });
        setTimeout(() => resolve(shown), duration * 1000);
      }),
    SECONDS,
  );
}

/** One line of the table. */
async function row(watch: WatchPage, cells: readonly string[]): Promise<string> {
  const seen = await watchFrames(watch.page);
  const ages = seen.map(({ age }) => age);
  const gaps = seen.slice(1).map(({ at }, i) => at - (seen[i]?.at ?? at));
  const stalls = gaps.filter((gap) => gap >= STALL_MS);
  const numbers = [
    (seen.length / SECONDS).toFixed(1).padStart(7),
    quantile(ages, 0.5).toFixed(0).padStart(7),
    quantile(ages, 0.95).toFixed(0).padStart(7),
    Math.max(0, ...ages)
      .toFixed(0)
      .padStart(5),
    String(stalls.length).padStart(6),
    (stalls.reduce((sum, gap) => sum + gap, 0) / 1000).toFixed(1).padStart(9),
  ];
  return `${[...cells, ...numbers, await watch.mode()].join('  ')}   load ${loadavg()[0]?.toFixed(1)}`;
}

/** Keeps the peer connections of a page where their statistics can be read. */
async function keepPeers(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const peers: RTCPeerConnection[] = [];
    const Original = RTCPeerConnection;
    globalThis.RTCPeerConnection = class extends Original {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        peers.push(this);
      }
    };
    Object.assign(globalThis, { peers });
  });
}

const MEMBERS = [
  'packetsReceived',
  'packetsLost',
  'nackCount',
  'pliCount',
  'framesReceived',
  'framesDecoded',
  'keyFramesDecoded',
  'framesDropped',
  'freezeCount',
];

/** What the newest peer connection of a page says about its video; empty without one. */
function peerWords(watch: WatchPage): Promise<string> {
  return watch.page.evaluate(async (members) => {
    const peer = (globalThis as unknown as { peers: RTCPeerConnection[] }).peers.at(-1);
    const reports = [...((await peer?.getStats())?.values() ?? [])];
    const video = reports.find(({ type, kind }) => type === 'inbound-rtp' && kind === 'video');
    return video === undefined ? '' : members.map((member) => `${member} ${video[member]}`).join(', ');
  }, MEMBERS);
}

/** Every combination of what is measured. */
function* cases(): Generator<{ roundTrip: string; loss: string; transport: string }> {
  for (const roundTrip of list('FANLIGHT_ROUND_TRIPS', '50,300')) {
    for (const loss of list('FANLIGHT_LOSSES', '0,2,5,10')) {
      for (const transport of list('FANLIGHT_TRANSPORTS', 'websocket,webrtc')) {
        yield { roundTrip, loss, transport };
      }
    }
  }
}

test('age, frames and stalls on a lossy link, by each way', async ({ stack, browser }) => {
  test.skip(NAMESPACES.length !== 2, 'deploy/bench/lossy.sh runs it');
  test.setTimeout(1_700_000);
  const link = Link.open();
  const address = new URL(stack.url());
  console.log('\ntransport   RTT ms  loss %  shown/s  age p50  age p95   max  stalls  stalled s  by');
  try {
    for (const { roundTrip, loss, transport } of cases()) {
      // A page loads on a good link: what is compared is the media.
      await link.become(Number(roundTrip), 0);
      const context = await browser.newContext({ ignoreHTTPSErrors: true });
      await keepPeers(context);
      const query = transport === 'auto' ? '' : `?transport=${transport}`;
      const url = `https://10.99.0.1:${stack.tlsPort}${address.pathname}${query}${address.hash}`;
      const watch = await WatchPage.open(context, url);
      await watch.expectState('live');
      if (transport === 'webrtc') {
        await expect(watch.page.locator('fanlight-watch')).toHaveAttribute('data-mode', 'webrtc');
      }
      await link.become(Number(roundTrip), Number(loss));
      await watch.page.waitForTimeout(transport === 'auto' ? 15_000 : 5_000);
      console.log(await row(watch, [transport.padEnd(9), roundTrip.padStart(7), loss.padStart(6)]));
      if (process.env.FANLIGHT_PEERS !== undefined) console.log(await peerWords(watch));
      await context.close();
    }
  } finally {
    link.close();
  }
});
