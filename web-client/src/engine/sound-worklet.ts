import { Playout } from '../media/playout';
import type { SoundAnswer, SoundMessage } from '../media/sound-message';
import { SoundRing } from '../media/sound-ring';

const REPORT_EVERY_MS = 100;

/** The part of an AudioWorkletGlobalScope that is used here; TypeScript has no types for it. */
interface Scope {
  readonly sampleRate: number;
  readonly currentTime: number;
  readonly AudioWorkletProcessor: new () => { readonly port: MessagePort };
  registerProcessor(name: string, processor: new () => object): void;
}

const scope = globalThis as unknown as Scope;

/** Plays what the engine's worker sends, on the thread of the audio device. Its first message is the port to the worker. */
class SoundProcessor extends scope.AudioWorkletProcessor {
  readonly #ring = new SoundRing();
  readonly #playout = new Playout();
  #worker: MessagePort | undefined;
  #reportedAtS = 0;
  #skippedMs = 0;
  #squares = 0;
  #count = 0;

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<MessagePort>) => {
      this.#worker = data;
      data.onmessage = (event: MessageEvent<SoundMessage>) => this.#take(event.data);
    };
  }

  process(_inputs: unknown, outputs: readonly (readonly Float32Array[])[]): boolean {
    const channels = outputs[0] ?? [];
    const spanMs = ((channels[0]?.length ?? 0) * 1000) / scope.sampleRate;
    const move = this.#playout.next(this.#ring.bufferedMs, spanMs);
    let captureUs: number | undefined;
    if (move.kind === 'play') {
      this.#ring.skip(move.skipMs);
      this.#skippedMs += move.skipMs;
      captureUs = this.#ring.captureUs;
      this.#ring.read(channels, scope.sampleRate, move.speed);
    }
    this.#measure(channels[0]);
    this.#report(captureUs);
    return true;
  }

  #take(message: SoundMessage): void {
    switch (message.type) {
      case 'blocks':
        for (const block of message.blocks) {
          this.#ring.push(block);
        }
        return this.#answer({ type: 'taken' });
      case 'extra':
        return this.#playout.setExtra(message.ms);
      case 'clear':
        this.#ring.clear();
        this.#playout.setExtra(0);
        this.#playout.restart();
    }
  }

  #measure(samples: Float32Array | undefined): void {
    for (const sample of samples ?? []) {
      this.#squares += sample * sample;
      this.#count++;
    }
  }

  #report(captureUs: number | undefined): void {
    if ((scope.currentTime - this.#reportedAtS) * 1000 < REPORT_EVERY_MS) {
      return;
    }
    this.#reportedAtS = scope.currentTime;
    this.#answer({
      type: 'report',
      contextS: scope.currentTime,
      captureUs,
      bufferedMs: this.#ring.bufferedMs,
      underruns: this.#playout.underruns,
      skippedMs: this.#skippedMs,
      level: this.#count === 0 ? 0 : Math.sqrt(this.#squares / this.#count),
    });
    this.#squares = 0;
    this.#count = 0;
  }

  #answer(answer: SoundAnswer): void {
    this.#worker?.postMessage(answer);
  }
}

scope.registerProcessor('fanlight-sound', SoundProcessor);
