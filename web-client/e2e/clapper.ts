import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** How the sound of a clapper is encoded; each is passed through by the agent. */
export const CLAPPER_CODECS = {
  aac: ['-c:a', 'aac', '-b:a', '96k', '-ar', '44100'],
  opus: ['-c:a', 'libopus', '-b:a', '64k', '-ar', '48000'],
} as const;

export type ClapperCodec = keyof typeof CLAPPER_CODECS;

/** In seconds: of the film, of its sound, and from when on it has a key frame a second and no other frames. */
export interface FilmLengths {
  readonly filmS?: number;
  readonly soundS?: number;
  readonly singleS?: number;
}

const FLASH_S = 0.1;
const CLICK_S = 0.04;

/** The films of this process, which are deleted at its end. */
const films = new Map<string, string | undefined>();

/**
 * A film that flashes and clicks at each full second, made with FFmpeg; undefined where that is missing.
 */
export function makeClapper(codec: ClapperCodec, lengths: FilmLengths = {}): string | undefined {
  const { filmS = 60, soundS = filmS, singleS = filmS } = lengths;
  const name = `${codec}-${filmS}-${soundS}-${singleS}.mp4`;
  if (!films.has(name)) films.set(name, film(name, codec, { filmS, soundS, singleS }));
  return films.get(name);
}

function film(
  name: string,
  codec: ClapperCodec,
  { filmS, soundS, singleS }: Required<FilmLengths>,
): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'fanlight-clapper-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, name);
  const flash = `drawbox=c=white:t=fill:enable='lt(mod(t,1),${FLASH_S})'`;
  const click = `aevalsrc='if(lt(mod(t,1),${CLICK_S}),0.8*sin(2*PI*1000*t),0)':s=48000`;
  const lavfi = (graph: string, seconds: number) => ['-f', 'lavfi', '-t', String(seconds), '-i', graph];
  const kept = `select='lt(t,${singleS})+not(mod(n,25))'`;
  const input = [...lavfi(`color=black:s=320x180:r=25,${flash},${kept}`, filmS), ...lavfi(click, soundS)];
  const video = [
    '-c:v',
    'libx264',
    '-profile:v',
    'baseline',
    '-preset',
    'ultrafast',
    '-g',
    '25',
    '-force_key_frames',
    'expr:gte(t,n_forced)',
    '-fps_mode',
    'passthrough',
    '-pix_fmt',
    'yuv420p',
  ];
  try {
    execFileSync('ffmpeg', ['-v', 'error', ...input, ...video, ...CLAPPER_CODECS[codec], '-y', path]);
    return path;
  } catch (error) {
    console.log(`no clapper: ${String(error).split('\n')[0]}`);
    return undefined;
  }
}

/** Flashes and clicks as they left the page, ms of the page's clock. */
export interface Claps {
  readonly flashes: readonly number[];
  readonly clicks: readonly number[];
}

/** Runs beside the page's own worklet: reports when a click begins, in the time of its context. */
const RECORDER = `
let quietFrom = 0;
registerProcessor('clap-recorder', class extends AudioWorkletProcessor {
  process([input]) {
    const samples = input[0] ?? [];
    for (let i = 0; i < samples.length; i++) {
      const at = currentTime + i / sampleRate;
      if (Math.abs(samples[i]) > 0.2 && at > quietFrom) {
        quietFrom = at + 0.5;
        this.port.postMessage(at);
      }
    }
    return true;
  }
});`;

/** Listens to what goes to the loudspeaker; before the page is opened, in a context without CSP, for the recorder is no script of the relay's. Sound of a video element is heard from {@link tapVideo} on. */
export async function tapSound(page: Page): Promise<void> {
  await page.addInitScript((recorder) => {
    const heard: number[] = [];
    const module = URL.createObjectURL(new Blob([recorder], { type: 'text/javascript' }));
    Object.assign(window, { heard });
    const connect = AudioNode.prototype.connect as (this: AudioNode, target: AudioNode) => AudioNode;
    const tapped = function (this: AudioNode, target: AudioNode, ...more: unknown[]): AudioNode {
      const context = this.context as AudioContext;
      if (target === context.destination) {
        void context.audioWorklet.addModule(module).then(() => {
          const recorder = new AudioWorkletNode(context, 'clap-recorder');
          recorder.port.onmessage = ({ data }: MessageEvent<number>) => {
            const { contextTime = 0, performanceTime = 0 } = context.getOutputTimestamp();
            heard.push(performanceTime + (data - contextTime) * 1000);
          };
          connect.call(this, recorder);
          connect.call(recorder, target);
        });
      }
      return connect.apply(this, [target, ...more] as unknown as [AudioNode]);
    };
    AudioNode.prototype.connect = tapped as typeof AudioNode.prototype.connect;
  }, RECORDER);
}

/**
 * Leads the sound of a video element through the tap. That delays it by what the browser buffers on this way, which {@link showPlainly}
 * measures.
 */
export async function tapVideo(page: Page, selector: string): Promise<void> {
  await page.evaluate(async (wanted) => {
    const video = document.querySelector<HTMLVideoElement>(wanted);
    if (video === null) throw new Error('no video element');
    const context = new AudioContext();
    await context.resume();
    context.createMediaElementSource(video).connect(context.destination);
  }, selector);
}

/** Plays the film as a file in an element called `#plain`, to know how far apart flash and click are measured when they are together. */
export async function showPlainly(page: Page, path: string): Promise<void> {
  await page.evaluate(async (film) => {
    const bytes = Uint8Array.from(atob(film), (character) => character.charCodeAt(0));
    const video = document.createElement('video');
    video.id = 'plain';
    video.src = URL.createObjectURL(new Blob([bytes], { type: 'video/mp4' }));
    document.body.append(video);
    await video.play();
  }, readFileSync(path).toString('base64'));
}

/** Watches and listens for so long. */
export function watchClaps(page: Page, seconds: number, selector = '#video'): Promise<Claps> {
  return page.evaluate(
    async ([duration, wanted]) => {
      const { heard } = window as unknown as { heard: number[] };
      heard.length = 0;
      const pen = new OffscreenCanvas(8, 8).getContext('2d', { willReadFrequently: true });
      const flashes: number[] = [];
      let bright = true;

      const look = (): void => {
        const stage = document.querySelector<HTMLCanvasElement | HTMLVideoElement>(wanted);
        if (stage === null || pen === null) return;
        pen.drawImage(stage, 0, 0, 8, 8);
        const now = (pen.getImageData(4, 4, 1, 1).data[1] ?? 0) > 128;
        if (now && !bright) flashes.push(performance.now());
        bright = now;
      };
      const end = performance.now() + duration * 1000;
      await new Promise<void>((resolve) => {
        const step = (): void => {
          look();
          if (performance.now() < end) return void requestAnimationFrame(step);
          resolve();
        };
        requestAnimationFrame(step);
      });
      return { flashes, clicks: [...heard] };
    },
    [seconds, selector] as const,
  );
}

/** How much later than the click each flash was drawn, in ms; claps without the other half are ignored. */
export function skews({ flashes, clicks }: Claps): number[] {
  return flashes.flatMap((flash) => {
    const nearest = clicks.reduce(
      (best, click) => (Math.abs(click - flash) < Math.abs(best - flash) ? click : best),
      Number.POSITIVE_INFINITY,
    );
    return Math.abs(nearest - flash) < 450 ? [flash - nearest] : [];
  });
}
