import { describe, expect, it } from 'vitest';
import { CALM_MS, PathChoice, RETRY_MS } from './path-choice';

const TICK_MS = 500;
const FRAME_MS = 40;

/** A page that watches, second by second. */
class Watching {
  readonly choice: PathChoice;
  nowMs = 0;

  constructor(forced?: 'websocket' | 'webrtc') {
    this.choice = new PathChoice(forced);
    this.choice.setAvailable(true);
  }

  /** So many seconds of frames of that age; every other tick ends with one of the age `worst`. */
  watch(seconds: number, { age = 50, worst = 0, missed = 0, degraded = false } = {}): Watching {
    for (let tick = 0; tick < (seconds * 1000) / TICK_MS; tick++) {
      for (let ms = 0; ms < TICK_MS; ms += FRAME_MS) {
        this.choice.frame(age, this.nowMs + ms);
      }
      this.nowMs += TICK_MS;
      this.choice.frame(tick % 2 === 0 ? Math.max(age, worst) : age, this.nowMs);
      this.choice.missed(missed, this.nowMs);
      this.choice.tick(this.nowMs, { degraded, frameMs: FRAME_MS });
    }
    return this;
  }

  silent(seconds: number): Watching {
    for (let tick = 0; tick < (seconds * 1000) / TICK_MS; tick++) {
      this.nowMs += TICK_MS;
      this.choice.tick(this.nowMs, { degraded: false, frameMs: FRAME_MS });
    }
    return this;
  }

  get way() {
    return this.choice.way;
  }
}

/** Came to WebRTC by late frames. */
const lossy = () => new Watching().watch(3).watch(5, { worst: 900 });

describe('the choice of the way', () => {
  it('stays with the socket while frames come in time, however old they are', () => {
    expect(new Watching().watch(120, { age: 2500, worst: 2700 }).way).toBe('websocket');
  });

  it('stays with the socket after one outage', () => {
    expect(new Watching().watch(5).silent(1.5).watch(30).way).toBe('websocket');
  });

  it('takes WebRTC when frames come late for some seconds', () => {
    expect(lossy().way).toBe('webrtc');
  });

  it('takes WebRTC when the relay sends less because the way is slow', () => {
    expect(new Watching().watch(3).watch(4, { degraded: true }).way).toBe('webrtc');
  });

  it('takes it only where the relay offers it', () => {
    const page = new Watching();
    page.choice.setAvailable(false);
    expect(page.watch(3).watch(20, { worst: 900 }).way).toBe('websocket');
  });

  it('does not begin before a frame was shown', () => {
    expect(new Watching().silent(20).way).toBe('websocket');
  });

  it('stays with WebRTC as long as packets are missed', () => {
    expect(lossy().watch(300, { missed: 0.02 }).way).toBe('webrtc');
  });

  it('returns after a calm while', () => {
    const page = lossy().watch(60, { missed: 0.02 });
    expect(page.watch(CALM_MS / 1000 - 2).way).toBe('webrtc');
    expect(page.watch(3).way).toBe('websocket');
  });

  it('waits twice as long when the return was wrong', () => {
    const page = lossy().watch(CALM_MS / 1000 + 1);
    expect(page.way).toBe('websocket');
    expect(page.watch(3).watch(5, { worst: 900 }).way).toBe('webrtc');
    expect(page.watch(CALM_MS / 1000 + 10).way).toBe('webrtc');
    expect(page.watch(CALM_MS / 1000).way).toBe('websocket');
  });

  it('goes back at once when WebRTC carries nothing, and tries again later', () => {
    const page = lossy().watch(1).silent(6);
    expect(page.way).toBe('websocket');
    expect(page.watch(RETRY_MS / 2000, { worst: 900 }).way).toBe('websocket');
    expect(page.watch(RETRY_MS / 1000, { worst: 900 }).way).toBe('webrtc');
  });

  it('takes what the address forces, and the socket only while that fails', () => {
    expect(new Watching('websocket').watch(3).watch(30, { worst: 900 }).way).toBe('websocket');
    const forced = new Watching('webrtc').watch(CALM_MS / 500);
    expect(forced.way).toBe('webrtc');
    forced.choice.failed(forced.nowMs);
    expect(forced.watch(1).way).toBe('websocket');
    expect(forced.watch(RETRY_MS / 1000).way).toBe('webrtc');
  });
});
