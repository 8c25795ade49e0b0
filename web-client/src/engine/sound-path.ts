import { BlockCarrier } from '../media/block-carrier';
import { LipSync } from '../media/lip-sync';
import { soundOf } from '../media/sound-choice';
import { SoundClock } from '../media/sound-clock';
import { SoundDecoder } from '../media/sound-decoder';
import type { SoundAnswer, SoundMessage, SoundReport } from '../media/sound-message';
import type { SoundSink } from '../media/sound-sink';
import type { MediaMessage } from '../protocol/media';
import type { AudioTrack, Track } from '../protocol/track';
import type { Report } from './report';

/** What a sound path needs from outside. */
export interface SoundPathDeps {
  readonly nowMs: () => number;
  readonly nowUs: () => number;
  readonly report: (report: Report) => void;
}

/** The path of the camera's sound in the worker: choice of track ► decoder ► worklet, or ► segments. Nothing is decoded while it is muted. */
export class SoundPath {
  readonly clock = new SoundClock();
  readonly lipSync: LipSync;
  readonly #deps: SoundPathDeps;
  readonly #carrier = new BlockCarrier((blocks) =>
    this.#post(
      { type: 'blocks', blocks },
      blocks.flatMap(({ channels }) => channels.map((samples) => samples.buffer)),
    ),
  );
  #sink: SoundSink | undefined;
  #track: AudioTrack | undefined;
  #port: MessagePort | undefined;

  constructor(deps: SoundPathDeps) {
    this.#deps = deps;
    this.lipSync = new LipSync(this.clock, deps.nowUs, (ms) => this.#post({ type: 'extra', ms }));
  }

  /** The tracks of the publication, or of another one. */
  announce(tracks: readonly Track[]): void {
    this.#track = soundOf(tracks);
  }

  /** Whether access units of that track are the sound of this page. */
  takes(track: Track): track is AudioTrack {
    return track === this.#track;
  }

  /** Takes the next access unit of the track that {@link takes} has named. */
  push(track: AudioTrack, message: MediaMessage): void {
    this.#sink?.push(track, message);
  }

  /** The way to the worklet. */
  connect(port: MessagePort): void {
    this.#port = port;
    port.onmessage = ({ data }: MessageEvent<SoundAnswer>) => this.#answered(data);
  }

  /** Decodes for the worklet from now on. */
  play(): void {
    this.mute();
    this.#sink = new SoundDecoder(
      {
        onBlock: (block) => this.#port && this.#carrier.add(block),
        onUnplayable: (codec) => this.#deps.report({ type: 'sound_unplayable', codec }),
      },
      this.#deps.nowMs,
    );
  }

  /** Gives the sound to `sink` from now on. */
  wrap(sink: SoundSink): void {
    this.mute();
    this.#sink = sink;
  }

  /** Nothing is heard any more, and no frame waits for it. */
  mute(): void {
    this.#sink?.close();
    this.#sink = undefined;
    this.#carrier.clear();
    this.#post({ type: 'clear' });
    this.clock.clear();
    this.lipSync.restart();
  }

  #answered(answer: SoundAnswer): void {
    if (answer.type === 'taken') {
      this.#carrier.taken();
    } else {
      this.#reported(answer);
    }
  }

  #reported(report: SoundReport): void {
    if (this.#sink === undefined) {
      return;
    }
    this.clock.setPosition(report);
    const { bufferedMs, underruns, skippedMs, level } = report;
    const { skewMs } = this.lipSync;
    this.#deps.report({ type: 'sound', stats: { bufferedMs, underruns, skippedMs, level, skewMs } });
  }

  #post(message: SoundMessage, transfer: Transferable[] = []): void {
    this.#port?.postMessage(message, transfer);
  }
}
