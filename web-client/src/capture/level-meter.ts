const READ_MS = 100;
/** The quietest level that shows, dB of full scale. */
const FLOOR_DB = -55;

/** A share from 0 (silence) to 1 (as loud as can be) of samples between -1 and 1: their root mean square on a scale of decibels. */
export function levelOf(samples: Float32Array): number {
  let squares = 0;
  for (const sample of samples) {
    squares += sample * sample;
  }
  const db = 10 * Math.log10(squares / Math.max(1, samples.length) + 1e-12);
  return Math.min(1, Math.max(0, 1 - db / FLOOR_DB));
}

/** Reads how loud a track is, ten times a second, until it is closed. Page thread only. */
export class LevelMeter {
  readonly #context: AudioContext;
  readonly #timer: ReturnType<typeof setInterval>;

  constructor(track: MediaStreamTrack, onLevel: (level: number) => void) {
    this.#context = new AudioContext();
    const analyser = this.#context.createAnalyser();
    analyser.fftSize = 2048;
    this.#context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    this.#timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      onLevel(levelOf(samples));
    }, READ_MS);
    this.resume();
  }

  /** Browsers start audio after a click only. */
  resume(): void {
    void this.#context.resume().catch(() => {});
  }

  /** Ends reading; the track goes on. */
  close(): void {
    clearInterval(this.#timer);
    void this.#context.close().catch(() => {});
  }
}
