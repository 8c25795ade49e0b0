import { expect, type Page } from '@playwright/test';
import { FOOTAGE } from './processes.ts';
import { test } from './stack-test.ts';
import { quantile } from './strip.ts';

/** What a reader receives of the relay: tracks, and of each access unit its track, epoch and capture time, µs. */
interface Received {
  readonly tracks: readonly { readonly id: number; readonly kind: string; readonly codec: string }[];
  readonly units: readonly (readonly [track: number, epoch: number, micros: number])[];
}

/** Reads the stream by a socket of its own until it has so many access units of sound. */
function receive(page: Page, key: string, sounds: number): Promise<Received> {
  return page.evaluate(
    ([secret, most]) =>
      new Promise<Received>((resolve, reject) => {
        const socket = new WebSocket(`ws://${location.host}/ws/v1/view`, 'fanlight.v1');
        let tracks: Received['tracks'] = [];
        const units: [number, number, number][] = [];
        let left = most;
        socket.binaryType = 'arraybuffer';
        socket.onopen = () => socket.send(JSON.stringify({ type: 'watch', camera: 'front', key: secret }));
        socket.onclose = (event) => reject(new Error(`closed with ${event.code}`));
        socket.onmessage = ({ data }) => {
          if (typeof data === 'string') {
            const message = JSON.parse(data);
            tracks = message.type === 'tracks' ? message.tracks : tracks;
            return;
          }
          const header = new DataView(data);
          units.push([header.getUint8(2), header.getUint32(16), Number(header.getBigUint64(8))]);
          left -= header.getUint8(0) === 2 ? 1 : 0;
          if (left === 0) {
            socket.onclose = null;
            socket.close();
            resolve({ tracks, units });
          }
        };
      }),
    [key, sounds] as const,
  );
}

function trackOf(received: Received, kind: string): number | undefined {
  return received.tracks.find((one) => one.kind === kind)?.id;
}

function times(received: Received, kind: string): number[] {
  const track = trackOf(received, kind);
  return received.units.filter(([id]) => id === track).map(([, , micros]) => micros);
}

/** How far each frame is from the sound that has arrived before it, µs. */
function distances(received: Received): number[] {
  const [sound, video] = [trackOf(received, 'audio'), trackOf(received, 'video')];
  let heard: number | undefined;
  const apart: number[] = [];
  for (const [track, , micros] of received.units) {
    if (track === sound) heard = micros;
    if (track === video && heard !== undefined) apart.push(Math.abs(micros - heard));
  }
  return apart;
}

for (const [source, codec] of [
  [`file:${FOOTAGE.cars}`, 'mp4a.40.2'],
  ['test', 'opus'],
] as const) {
  test.describe(`the sound of ${codec}`, () => {
    test.use({ source, agentSettings: ['camera.audio=auto', 'camera.encode=software', 'camera.width=320'] });

    test('arrives at a reader beside video that the agent encodes, with the times of its frames', async ({
      stack,
      page,
    }) => {
      await page.goto(stack.url());
      const received = await receive(page, stack.url().split('#')[1] ?? '', 150);
      expect(received.tracks.filter((track) => track.kind === 'audio').map((track) => track.codec)).toEqual([
        codec,
      ]);
      const sound = times(received, 'audio');
      const video = times(received, 'video');
      expect(sound).toEqual([...sound].sort((a, b) => a - b));
      expect(video.length).toBeGreaterThan(20);
      // One clock: each frame has sound within 150 ms of it, as packets wait for the next frame.
      const begun = sound[0] ?? Number.NaN;
      const ended = sound.at(-1) ?? Number.NaN;
      const gaps = video
        .filter((frame) => frame >= begun && frame <= ended)
        .map((frame) => Math.min(...sound.map((micros) => Math.abs(micros - frame))));
      expect(Math.max(...gaps)).toBeLessThan(150_000);
      // Most frames, not the newest: where a process stalls, one of both may come later.
      expect(quantile(distances(received), 0.5)).toBeLessThan(500_000);
    });
  });
}
