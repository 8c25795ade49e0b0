import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VideoTrack } from '../src/protocol/track.ts';
import { writeMedia } from '../src/testing/media-writer.ts';
import { welcome } from './invented.ts';
import type { PlayerSocket } from './player-socket.ts';

const STEP_MS = 40;

/** One second in decoding order, which begins with its key frame. */
interface Clip {
  readonly codec: string;
  readonly config: string;
  readonly width: number;
  readonly height: number;
  readonly units: readonly string[];
}

/** `corners` is red, lime, blue and white from the top left on; `before` and `after` differ in profile and parameter sets. */
export type ClipName = 'corners' | 'before' | 'after';

/** Made with `ffmpeg -f lavfi -i testsrc2=s=160x90:r=25 -frames:v 25 -c:v libx264 -bf 0 -g 25 -profile:v PROFILE -bsf:v filter_units=remove_types=6`. */
const CLIPS: Readonly<Record<ClipName, Clip>> = JSON.parse(
  readFileSync(join(import.meta.dirname, 'hard-clips.json'), 'utf8'),
);

/** What a camera plays from its next key frame on. */
export interface Programme {
  readonly clip: ClipName;
  readonly display?: Pick<VideoTrack, 'sar' | 'rotation'>;
  readonly epoch?: number;
  /** Whether the access unit at that place of each second arrives with other bits than it was sent with. */
  readonly damaged?: (position: number) => boolean;
}

/** A camera with one track, which may change all at once, as it does to one player. */
export class ClipCamera {
  private playing: Programme;
  private announced: Programme | undefined;
  private position = 0;
  private sequence = 0;
  private readonly timer: ReturnType<typeof setInterval>;
  /** What is played from the next key frame on. */
  next: Programme;

  constructor(
    private readonly socket: PlayerSocket,
    programme: Programme,
  ) {
    this.playing = programme;
    this.next = programme;
    socket.say(welcome('Front door'));
    socket.say({ type: 'stream', state: 'live' });
    socket.say({ type: 'clock', offset: 0, round_trip: 1 });
    this.timer = setInterval(() => this.unit(), STEP_MS);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private announce(): void {
    const { clip, display, epoch = 1 } = this.playing;
    const { codec, config, width, height } = CLIPS[clip];
    const track = { id: 0, kind: 'video', name: 'main', codec, config, width, height, fps: 25, ...display };
    this.socket.say({ type: 'tracks', epoch, tracks: [track] });
    this.announced = this.playing;
  }

  private unit(): void {
    if (this.position === 0) {
      this.playing = this.next;
      if (this.announced !== this.playing) this.announce();
    }
    const { clip, epoch = 1, damaged = () => false } = this.playing;
    const { units } = CLIPS[clip];
    const payload = Buffer.from(units[this.position] ?? '', 'base64');
    this.socket.send(
      writeMedia({
        kind: 'video',
        key: this.position === 0,
        disposable: false,
        encrypted: false,
        discontinuity: false,
        track: 0,
        layer: 0,
        sequence: this.sequence++,
        captureTime: Date.now() * 1000,
        epoch,
        presentationOffset: 0,
        payload: damaged(this.position) ? garbled(payload) : new Uint8Array(payload),
      }),
    );
    this.position = (this.position + 1) % units.length;
  }
}

/** The unit with its length and the header of its NAL unit, and other bits behind them. */
function garbled(unit: Buffer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(unit.map((byte, at) => (at < 5 ? byte : byte ^ 0x5a)));
}
