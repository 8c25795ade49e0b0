import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeMedia } from '../src/testing/media-writer.ts';
import { welcome } from './invented.ts';
import type { PlayerSocket } from './player-socket.ts';

const STEP_MS = 40;
const EPOCH = 7;

/** One second of a rendition, in decoding order. */
interface Clip {
  readonly codec: string;
  readonly config: string;
  readonly width: number;
  readonly height: number;
  /** `steps`: presentation time minus decoding time, in frames. */
  readonly units: readonly { readonly steps: number; readonly disposable: boolean; readonly data: string }[];
}

/** Name of a rendition: one green and large, one blue and small, each with a moving white spot. */
export type Rendition = 'main' | 'low';

/**
 * Made with `ffmpeg -f lavfi -i color=c=COLOUR:s=SIZE:r=25:d=1 -f lavfi -i color=c=white:s=SPOT:r=25:d=1 -filter_complex
 * "[0][1]overlay=x='mod(n,10)*main_w/10'" -c:v libx264 -profile:v main -x264-params
 * keyint=25:scenecut=0:bframes=1:b-adapt=0:b-pyramid=none:ref=1 -bsf:v filter_units=remove_types=6`: every other access unit is disposable.
 */
const CLIPS: Readonly<Record<Rendition, Clip>> = JSON.parse(
  readFileSync(join(import.meta.dirname, 'clips.json'), 'utf8'),
);
const TRACKS: readonly Rendition[] = ['main', 'low'];

/** Plays a camera with two renditions to one player, by the clock of this computer, as a relay would pass it on. */
export class PuppetCamera {
  private wanted: Rendition = 'main';
  private shown: Rendition = 'main';
  private position = 0;
  private readonly sequences = { main: 0, low: 1000 };
  private hole = false;
  private readonly timer: ReturnType<typeof setInterval>;
  /** What becomes of disposable access units. */
  disposable: 'sent' | 'announced' | 'silently_dropped' = 'sent';
  /** Whether anything is sent. */
  running = true;

  constructor(private readonly socket: PlayerSocket) {
    socket.say(welcome('Front door'));
    socket.say({ type: 'stream', state: 'live' });
    socket.say({ type: 'clock', offset: 0, round_trip: 1 });
    const tracks = TRACKS.map((name, id) => {
      const { codec, config, width, height } = CLIPS[name];
      return { id, kind: 'video', codec, config, width, height, fps: 25, name };
    });
    socket.say({ type: 'tracks', epoch: EPOCH, tracks });
    this.timer = setInterval(() => this.next(), STEP_MS);
  }

  /** Switches to `rendition` at its next key frame. */
  switchTo(rendition: Rendition): void {
    this.wanted = rendition;
  }

  /** Switches to `rendition` at once, with its last second in one burst, as a relay does that keeps it. */
  switchWithCache(rendition: Rendition): void {
    this.wanted = rendition;
    this.shown = rendition;
    const { length } = CLIPS[rendition].units;
    for (this.position = 0; this.position < length; ) {
      this.unit((length - this.position) * STEP_MS);
    }
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private next(): void {
    if (this.position === 0 || this.position === CLIPS[this.shown].units.length) {
      this.position = 0;
      this.shown = this.wanted;
    }
    this.unit(0);
  }

  private unit(ageMs: number): void {
    const { shown } = this;
    const unit = CLIPS[shown].units[this.position++];
    const sequence = this.sequences[shown]++;
    const key = this.position === 1;
    if (unit === undefined || !this.running) {
      return;
    }
    const track = TRACKS.indexOf(shown);
    if (unit.disposable && this.disposable !== 'sent') {
      this.hole = true;
      return;
    }
    if (this.hole && !key && this.disposable === 'announced') {
      this.socket.say({ type: 'dropped', track, sequence });
    }
    this.hole = false;
    this.socket.send(
      writeMedia({
        kind: 'video',
        key,
        disposable: unit.disposable,
        encrypted: false,
        discontinuity: false,
        track,
        layer: 0,
        sequence,
        captureTime: (Date.now() - ageMs) * 1000,
        epoch: EPOCH,
        presentationOffset: unit.steps * STEP_MS * 1000,
        payload: new Uint8Array(Buffer.from(unit.data, 'base64')),
      }),
    );
  }
}
