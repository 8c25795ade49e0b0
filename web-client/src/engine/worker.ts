import { noCounters } from '../media/counters';
import { Renderer, type Repaint } from '../media/renderer';
import type { Segment } from '../media/segment';
import { SegmentSink } from '../media/segment-sink';
import { SoundSegments } from '../media/sound-segments';
import type { VideoSink } from '../media/video-sink';
import { WebCodecsSink } from '../media/webcodecs-sink';
import type { Command } from './command';
import { MediaPath } from './media-path';
import { nowUs } from './now';
import type { Report } from './report';
import { Session } from './session';
import { SoundPath } from './sound-path';

const TICK_MS = 100;

interface Scope {
  onmessage: ((event: MessageEvent<Command>) => void) | null;
  postMessage(report: Report, transfer?: readonly Transferable[]): void;
  requestAnimationFrame?(draw: () => void): void;
}

const scope = globalThis as unknown as Scope;
const counters = noCounters();
const nowMs = () => performance.now();
const report = (one: Report) => scope.postMessage(one);
const repaint: Repaint = (draw) =>
  scope.requestAnimationFrame === undefined ? draw() : scope.requestAnimationFrame(draw);

const sound = new SoundPath({ nowMs, nowUs, report });

let session: Session;
let media: MediaPath;
let sink: VideoSink;
let renderer: Renderer | undefined;
let soundSegments: SoundSegments | undefined;
let soundFlowing = true;

const emit = (segment: Segment) => scope.postMessage(segment, [segment.bytes.buffer]);

function segmentSink(): SegmentSink {
  return new SegmentSink(emit, () => report({ type: 'cannot_decode' }));
}

function canvasSink(canvas: OffscreenCanvas): WebCodecsSink {
  renderer = new Renderer(canvas, repaint, (captureUs, width, height) => {
    sound.lipSync.drawn(captureUs);
    report({ type: 'drawn', captureUs, atUs: nowUs(), width, height });
  });
  const listener = {
    onDamaged: () => report({ type: 'damaged' }),
    onUnsupported: () => report({ type: 'cannot_decode' }),
  };
  return new WebCodecsSink(renderer, counters, listener, nowMs, sound.lipSync);
}

function start(command: Extract<Command, { type: 'start' }>): void {
  sink = command.canvas === undefined ? segmentSink() : canvasSink(command.canvas);
  media = new MediaPath(sink, sound, counters, (track) => report({ type: 'track', track }));
  session = new Session(
    {
      open: (subprotocol) => new WebSocket(command.url, subprotocol),
      nowMs,
      nowUs,
      random: Math.random,
      setTimer: (run, ms) => setTimeout(run, ms),
      clearTimer: (timer) => clearTimeout(timer as number | undefined),
      report,
    },
    command,
    media,
    counters,
  );
  session.restart();
  setInterval(tick, TICK_MS);
}

function tick(): void {
  session.tick();
  const flowing = soundSegments?.flows(nowMs()) ?? true;
  if (flowing !== soundFlowing) {
    soundFlowing = flowing;
    report({ type: 'sound_flowing', flowing });
  }
}

function useSegments(): void {
  sound.mute();
  renderer = undefined;
  sink = segmentSink();
  media.replaceSink(sink);
  session.restart();
}

function restartSegments(command: Extract<Command, { type: 'restart_segments' }>): void {
  if (!(sink instanceof SegmentSink)) {
    return;
  }
  if (command.soundMime !== undefined && soundSegments === undefined) {
    soundSegments = new SoundSegments(sink, emit);
    sound.wrap(soundSegments);
  }
  sink.restart(command.run, command.soundMime);
  if (command.again) {
    session.replay();
  }
}

async function snapshot(id: number): Promise<void> {
  report({ type: 'snapshot', id, blob: await renderer?.snapshot().catch(() => undefined) });
}

scope.onmessage = ({ data: command }) => {
  switch (command.type) {
    case 'start':
      return start(command);
    case 'retryNow':
      return session.retryNow();
    case 'shown':
      return sink.setShown(command.shown);
    case 'redial':
    case 'go_live':
      return session.restart();
    case 'use_mse':
      return useSegments();
    case 'restart_segments':
      return restartSegments(command);
    case 'connect_sound':
      return sound.connect(command.port);
    case 'play_sound':
      return command.on ? sound.play() : sound.mute();
    case 'sound_time':
      return sound.clock.setOutput(command.time);
    case 'chat_send':
      return session.sendChat(command.message);
    case 'prefer':
      return session.prefer(command.preferences);
    case 'select_media':
      return session.select(command.media);
    case 'rename':
      return session.rename(command.name);
    case 'request':
      return session.request(command.message);
    case 'snapshot':
      void snapshot(command.id);
  }
};
