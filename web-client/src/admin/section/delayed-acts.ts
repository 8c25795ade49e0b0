/** How long an act can be undone. */
export const UNDO_MS = 10_000;

/** An act that waits. */
export interface DelayedAct {
  /** What it is about; an act with the key of a waiting one replaces nothing and is not taken twice. */
  readonly key: string;
  /** `The link for Grandma is being revoked.` */
  readonly words: string;
  /** Carries it out; its failures are its own business. */
  readonly run: () => Promise<unknown>;
}

/** A waiting act, and when it is carried out (ms of the clock that was passed). */
export interface WaitingAct extends DelayedAct {
  readonly dueMs: number;
}

/**
 * Acts that take something away and cannot be taken back at the relay: each waits a while in the page, in which it can be undone. The page
 * carries out what waits when it is left, so that what was asked for happens.
 */
export class DelayedActs {
  readonly #waiting = new Map<string, { act: WaitingAct; timer: ReturnType<typeof setTimeout> }>();
  readonly #changed: () => void;
  readonly #nowMs: () => number;

  /** `changed` is called whenever {@link waiting} has changed. */
  constructor(changed: () => void, nowMs: () => number = () => performance.now()) {
    this.#changed = changed;
    this.#nowMs = nowMs;
  }

  /** What waits, the oldest first. */
  get waiting(): readonly WaitingAct[] {
    return [...this.#waiting.values()].map(({ act }) => act);
  }

  /** Whether an act with this key waits. */
  has(key: string): boolean {
    return this.#waiting.has(key);
  }

  /** Has `act` wait. */
  add(act: DelayedAct): void {
    if (this.#waiting.has(act.key)) {
      return;
    }
    const timer = setTimeout(() => void this.runNow(act.key), UNDO_MS);
    this.#waiting.set(act.key, { act: { ...act, dueMs: this.#nowMs() + UNDO_MS }, timer });
    this.#changed();
  }

  /** Forgets the act. */
  undo(key: string): void {
    this.#take(key);
  }

  /** Carries it out without waiting any longer. */
  async runNow(key: string): Promise<void> {
    await this.#take(key)?.run();
  }

  /** Carries out all that waits. */
  runAll(): void {
    for (const key of [...this.#waiting.keys()]) {
      void this.runNow(key);
    }
  }

  #take(key: string): DelayedAct | undefined {
    const taken = this.#waiting.get(key);
    if (taken === undefined) {
      return undefined;
    }
    clearTimeout(taken.timer);
    this.#waiting.delete(key);
    this.#changed();
    return taken.act;
  }
}
