/** Keeps the screen on while it is wanted and the page is seen: browsers release the lock of a hidden page. Page thread only. */
export class WakeLock {
  #wanted = false;
  #lock: WakeLockSentinel | undefined;

  /** Whether the screen is kept on now. */
  get held(): boolean {
    return this.#lock !== undefined && !this.#lock.released;
  }

  /** Asks for the lock again where the browser has released it, or gives it back. */
  async want(on: boolean): Promise<void> {
    this.#wanted = on;
    if (!on) {
      await this.#lock?.release().catch(() => {});
      this.#lock = undefined;
    } else if (!this.held && document.visibilityState === 'visible') {
      const lock = await navigator.wakeLock?.request('screen').catch(() => undefined);
      this.#lock = lock;
      if (!this.#wanted) {
        await lock?.release().catch(() => {});
      }
    }
  }
}
