import type { OutputTime } from '../media/sound-clock';

const TIME_EVERY_MS = 250;

/** What a sound output needs from outside. */
export interface SoundOutputDeps {
  /** Address of the worklet's module. */
  readonly moduleUrl: string;
  /** Hands over the end of the channel to the worklet that belongs to the engine's worker. */
  readonly connect: (port: MessagePort) => void;
  /** Which moment of the context is heard when, several times a second. */
  readonly onTime: (time: OutputTime) => void;
}

/** The loudspeaker: an AudioContext with our worklet and a volume. To be made while a click or key is handled. Page thread only. */
export class SoundOutput {
  readonly #context: AudioContext;
  readonly #gain: GainNode;
  readonly #deps: SoundOutputDeps;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** @param rate samples a second of the camera, so that nothing has to be resampled here */
  constructor(rate: number, deps: SoundOutputDeps) {
    this.#deps = deps;
    this.#context = newContext(rate);
    this.#gain = new GainNode(this.#context);
    this.#gain.connect(this.#context.destination);
  }

  /** Begins to play what the worker sends; rejects when the module cannot be loaded. */
  async start(): Promise<void> {
    const resumed = this.#context.resume();
    await this.#context.audioWorklet.addModule(this.#deps.moduleUrl);
    const node = new AudioWorkletNode(this.#context, 'fanlight-sound', {
      numberOfInputs: 0,
      outputChannelCount: [2],
    });
    const { port1, port2 } = new MessageChannel();
    node.port.postMessage(port1, [port1]);
    node.connect(this.#gain);
    this.#deps.connect(port2);
    await resumed;
    this.#reportTime();
  }

  /** Plays or rests; at rest neither the audio thread nor the page has anything to do. */
  setOn(on: boolean): void {
    void (on ? this.#context.resume() : this.#context.suspend());
    clearInterval(this.#timer);
    this.#timer = on ? setInterval(() => this.#reportTime(), TIME_EVERY_MS) : undefined;
  }

  /** 0 to 1; squared, as loudness is heard. */
  setVolume(volume: number): void {
    this.#gain.gain.setTargetAtTime(volume * volume, this.#context.currentTime, 0.015);
  }

  /** Releases the audio device. */
  close(): void {
    clearInterval(this.#timer);
    void this.#context.close();
  }

  #reportTime(): void {
    if (this.#context.state !== 'running') {
      return;
    }
    const { contextTime = 0, performanceTime = 0 } = this.#context.getOutputTimestamp();
    const nowMs = performance.now();
    const known = performanceTime > 0 && Math.abs(nowMs - performanceTime) < 1000;
    const latencyS = this.#context.outputLatency || this.#context.baseLatency;
    this.#deps.onTime({
      contextS: known ? contextTime : this.#context.currentTime - latencyS,
      atUs: (performance.timeOrigin + (known ? performanceTime : nowMs)) * 1000,
    });
  }
}

function newContext(sampleRate: number): AudioContext {
  try {
    return new AudioContext({ sampleRate, latencyHint: 'interactive' });
  } catch {
    return new AudioContext({ latencyHint: 'interactive' });
  }
}
