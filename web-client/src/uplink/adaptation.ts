import type { UplinkQuality } from '../protocol/stream-condition';
import { ProbeTimer } from './probe-timer';
import { fullBitRate, leastBitRate, levelFor, planOf, type VideoPlan, type VideoTarget } from './video-plan';

/** Frames that queue this long on their way are too late if that goes on. */
const LATE_MS = 400;
/** Up to here nothing queues. */
const FRESH_MS = 200;
/** A retransmission makes frames late once; a slow uplink does for longer. */
const LATE_FOR_MS = 500;
/** Later than any retransmission. */
const VERY_LATE_MS = 900;
/** Frames that are held back keep the delay small: so many of the latest observations with such are congestion, too. */
const MOST_HELD = 0.15;
const HELD_SMOOTHING = 0.04;
const BETWEEN_STEPS_MS = 1000;
/** Of the rate that was delivered while frames queued, this much leaves room for what already queues. */
const SAFE_SHARE = 0.8;
const GROWTH = 1.15;
/** How long the uplink has to be better before that is reported. */
const BETTER_MS = 3000;
const ORDER: readonly UplinkQuality[] = ['fine', 'slow', 'poor'];

/** One observation of the uplink, a few times a second while media is sent. */
export interface Observation {
  /** How much longer than the way itself the oldest unacknowledged frame has taken. */
  readonly delayMs: number;
  /** Frames were held back since the last observation, because too much was on its way. */
  readonly held: boolean;
  /** What the relay has acknowledged lately, bits a second; 0 when unknown. */
  readonly delivered: number;
}

/**
 * How much video the uplink is given, by how late frames are acknowledged: first a lower bit rate, then fewer frames, then a smaller
 * size; and up again by probing. The caller passes the time.
 */
export class Adaptation {
  readonly #probes: ProbeTimer;
  #target: VideoTarget;
  #bitRate: number;
  #level = 0;
  #lateSinceMs: number | undefined;
  #held = 0;
  #steppedMs = Number.NEGATIVE_INFINITY;
  #delayAtStep = 0;
  #shown: UplinkQuality = 'fine';
  #worseMs: number;

  /** Begins with everything. */
  constructor(target: VideoTarget, nowMs: number) {
    this.#target = target;
    this.#bitRate = fullBitRate(target);
    this.#probes = new ProbeTimer(nowMs);
    this.#worseMs = nowMs;
  }

  /** The source, or what the person wants of it, has changed. A whole uplink stays whole. */
  setTarget(target: VideoTarget): void {
    const whole = this.#isWhole;
    this.#target = target;
    this.#bitRate = whole ? fullBitRate(target) : Math.min(this.#bitRate, fullBitRate(target));
    this.#level = levelFor(target, this.#bitRate, 0);
  }

  /** Takes one observation in. */
  observe(nowMs: number, now: Observation): void {
    this.#held += (Number(now.held) - this.#held) * HELD_SMOOTHING;
    if (this.#isCongested(nowMs, now.delayMs)) {
      this.#stepDown(nowMs, now);
    } else if (now.delayMs > FRESH_MS || now.held) {
      this.#probes.postpone(nowMs);
    } else if (!this.#isWhole) {
      this.#stepUp(nowMs);
    }
    this.#observeQuality(nowMs, now.delayMs);
  }

  /** What to encode now. */
  get plan(): VideoPlan {
    return planOf(this.#target, this.#level, this.#bitRate);
  }

  /** How the uplink does, for people: worse at once, better after a while. */
  get quality(): UplinkQuality {
    return this.#shown;
  }

  get #isWhole(): boolean {
    return this.#level === 0 && this.#bitRate >= fullBitRate(this.#target);
  }

  #isCongested(nowMs: number, delayMs: number): boolean {
    if (delayMs <= LATE_MS) {
      this.#lateSinceMs = undefined;
      return this.#held > MOST_HELD;
    }
    this.#lateSinceMs ??= nowMs;
    return nowMs - this.#lateSinceMs >= LATE_FOR_MS || delayMs > VERY_LATE_MS;
  }

  #stepDown(nowMs: number, { delayMs, delivered }: Observation): void {
    const possible = delivered > 0 ? Math.min(this.#bitRate, delivered) : this.#bitRate;
    this.#probes.congested(nowMs, possible);
    if (nowMs - this.#steppedMs < BETWEEN_STEPS_MS) {
      return;
    }
    this.#held = 0;
    const drains = delayMs < this.#delayAtStep * SAFE_SHARE;
    this.#steppedMs = nowMs;
    this.#delayAtStep = delayMs;
    if (!drains) {
      this.#become(this.#lower(delivered));
    }
  }

  /** Three quarters, or at once what is safe to be delivered, but never less than a quarter of it. */
  #lower(delivered: number): number {
    const lowered = this.#bitRate * 0.75;
    return delivered === 0 ? lowered : Math.max(this.#bitRate / 4, Math.min(lowered, delivered * SAFE_SHARE));
  }

  #stepUp(nowMs: number): void {
    const next = this.#bitRate * GROWTH;
    if (nowMs - this.#steppedMs < BETWEEN_STEPS_MS || !this.#probes.due(nowMs, next)) {
      return;
    }
    this.#steppedMs = nowMs;
    this.#delayAtStep = 0;
    this.#become(next);
    this.#probes.begun(nowMs, next);
  }

  #become(bitRate: number): void {
    this.#bitRate = Math.max(leastBitRate(), Math.min(fullBitRate(this.#target), bitRate));
    this.#level = levelFor(this.#target, this.#bitRate, this.#level);
  }

  #observeQuality(nowMs: number, delayMs: number): void {
    const now = this.#qualityNow(delayMs);
    const better = ORDER.indexOf(now) < ORDER.indexOf(this.#shown);
    if (!better) {
      this.#worseMs = nowMs;
    }
    if (!better || nowMs - this.#worseMs >= BETTER_MS) {
      this.#shown = now;
      this.#worseMs = nowMs;
    }
  }

  #qualityNow(delayMs: number): UplinkQuality {
    if (this.#level >= 3 || delayMs > 2 * VERY_LATE_MS) {
      return 'poor';
    }
    return this.#level > 0 || this.#bitRate < fullBitRate(this.#target) * 0.75 ? 'slow' : 'fine';
  }
}
