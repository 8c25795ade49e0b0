import { BlockBuilder, CAPTURE_PROCESSOR } from './sound-block';

/** The part of an AudioWorkletGlobalScope that is used here; TypeScript has no types for it. */
interface Scope {
  readonly sampleRate: number;
  readonly currentTime: number;
  readonly AudioWorkletProcessor: new () => { readonly port: MessagePort };
  registerProcessor(name: string, processor: new () => object): void;
}

const scope = globalThis as unknown as Scope;

/** Hands captured sound to the worker, on the thread of the audio device. Its first message is the port to the worker. */
class CaptureProcessor extends scope.AudioWorkletProcessor {
  readonly #blocks = new BlockBuilder(scope.sampleRate);
  #worker: MessagePort | undefined;

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<MessagePort>) => {
      this.#worker = data;
    };
  }

  process([input = []]: readonly (readonly Float32Array[])[]): boolean {
    this.#blocks.add(input, scope.currentTime * 1_000_000, (block) =>
      this.#worker?.postMessage(block, [block.samples.buffer]),
    );
    return true;
  }
}

scope.registerProcessor(CAPTURE_PROCESSOR, CaptureProcessor);
