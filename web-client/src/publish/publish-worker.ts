import { nowUs } from '../engine/now';
import { chooseCodec, isEncodable } from './codec-choice';
import type { PublishCommand } from './command';
import { Publisher } from './publisher';
import type { PublishReport } from './report';
import { audioDataOf, type SoundBlock } from './sound-block';

const TICK_MS = 100;
/** Reports are for people: every fifth tick is enough. */
const TICKS_A_REPORT = 5;

interface Scope {
  onmessage: ((event: MessageEvent<PublishCommand>) => void) | null;
  postMessage(report: PublishReport): void;
}

const scope = globalThis as unknown as Scope;

let publisher: Publisher | undefined;
let ticks = 0;
let shown = '';
let cancelVideo: () => void = () => {};
let cancelSound: () => void = () => {};

/** Passes what a stream delivers on until it ends or is cancelled. */
function pump<T>(stream: ReadableStream<T> | undefined, take: (one: T) => void): () => void {
  const reader = stream?.getReader();
  const read = async (): Promise<void> => {
    for (;;) {
      const result = await reader?.read();
      if (result === undefined || result.done) {
        return;
      }
      take(result.value);
    }
  };
  // A stream that fails has ended: the page hears of it from its track.
  void read().catch(() => {});
  return () => void reader?.cancel().catch(() => {});
}

/** A change is reported at once, figures every half second. */
function report(status: Extract<PublishReport, { type: 'status' }>): void {
  const { connection, camera, viewers, readers, live, quality } = status;
  const important = JSON.stringify([connection, camera, viewers, readers, live, quality]);
  if (important !== shown || ticks % TICKS_A_REPORT === 0) {
    shown = important;
    scope.postMessage(status);
  }
}

async function start(command: Extract<PublishCommand, { type: 'start' }>): Promise<void> {
  const codec = command.recorded ? undefined : await chooseCodec(isEncodable, command.codec);
  if (codec === undefined && !command.recorded) {
    scope.postMessage({ type: 'unsupported' });
    return;
  }
  publisher = new Publisher(
    {
      open: (subprotocol) => new WebSocket(command.url, subprotocol),
      nowMs: () => performance.now(),
      nowUs,
      random: Math.random,
      setTimer: (run, ms) => setTimeout(run, ms),
      clearTimer: (timer) => clearTimeout(timer as number | undefined),
      report,
      record: (recording) => scope.postMessage({ type: 'record', recording }),
    },
    { ...command, codec },
  );
  publisher.start();
  setInterval(() => {
    ticks++;
    publisher?.tick();
  }, TICK_MS);
}

function takeFrame(frame: VideoFrame): void {
  if (publisher === undefined) {
    frame.close();
  } else {
    publisher.frame(frame);
  }
}

function takeBlock(block: AudioData): void {
  if (publisher === undefined) {
    block.close();
  } else {
    publisher.sound(block);
  }
}

/** The sound of an AudioWorklet, until another source takes its place. */
function takePort(port: MessagePort): void {
  cancelSound();
  cancelSound = () => port.close();
  port.onmessage = ({ data }: MessageEvent<SoundBlock>) => takeBlock(audioDataOf(data));
  publisher?.soundChanged(true);
}

scope.onmessage = ({ data: command }) => {
  switch (command.type) {
    case 'start':
      void start(command);
      return;
    case 'video':
      cancelVideo();
      cancelVideo = pump(command.frames, takeFrame);
      publisher?.videoChanged();
      return;
    case 'frame':
      return takeFrame(command.frame);
    case 'sound':
      cancelSound();
      cancelSound = pump(command.blocks, takeBlock);
      publisher?.soundChanged(command.blocks !== undefined);
      return;
    case 'sound_port':
      return takePort(command.port);
    case 'recorded':
      return publisher?.recorded(command.piece);
    case 'choose':
      return publisher?.choose(command.choice);
    case 'source_problem':
      return publisher?.setProblem(command.problem);
    case 'retry_now':
      return publisher?.retryNow();
    case 'redial':
      return publisher?.start();
    case 'stop':
      publisher?.stop();
  }
};
