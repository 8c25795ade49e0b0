import { describe, expect, it } from 'vitest';
import type { SocketProbe } from '../state/watch-facts';
import { SocketProber } from './socket-probe';

/** What a prober makes of sockets that did not open, when a plain request gets that status; 0 is none. */
async function probe(
  status: number,
  unopened = 2,
): Promise<{ probes: SocketProbe[]; asked: string[]; headers: unknown[] }> {
  const probes: SocketProbe[] = [];
  const asked: string[] = [];
  const headers: unknown[] = [];
  const prober = new SocketProber(
    (url, init) => {
      asked.push(String(url));
      headers.push(init?.headers);
      return status === 0 ? Promise.reject(new TypeError('failed')) : Promise.resolve({ status } as Response);
    },
    'https://cam.example',
    (found) => probes.push(found),
  );
  await prober.failed(unopened, 'wss://cam.example/cam/ws/v1/view');
  return { probes, asked, headers };
}

describe('sockets that do not open', () => {
  it('are blocked where the relay answers a plain request', async () => {
    expect(await probe(426)).toEqual({
      probes: ['sockets'],
      asked: ['https://cam.example/cam/ws/v1/view'],
      headers: [{ 'X-Fanlight-Origin': 'https://cam.example' }],
    });
  });

  it('are blocked where a proxy knows no such address', async () => {
    expect((await probe(404)).probes).toEqual(['sockets']);
  });

  it('are refused to a page that the relay takes for one of another site', async () => {
    expect((await probe(403)).probes).toEqual(['origin']);
  });

  it('are no fault of a proxy where the relay is busy, or away', async () => {
    expect((await probe(429)).probes).toEqual(['busy']);
    expect([(await probe(502)).probes, (await probe(0)).probes]).toEqual([['lost'], ['lost']]);
  });

  it('are not asked about after the first', async () => {
    expect(await probe(426, 1)).toEqual({ probes: [], asked: [], headers: [] });
  });
});
