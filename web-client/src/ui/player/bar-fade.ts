/** How long the controls stay after the last movement, in milliseconds. */
export const FADE_AFTER_MS = 3000;

/** What a fade needs from outside. */
export interface BarFadeDeps {
  /** Whether nothing keeps the controls: no menu is open, no focus is in them, no pointer rests on them. */
  readonly mayHide: () => boolean;
  readonly changed: () => void;
  readonly setTimer: (run: () => void, ms: number) => unknown;
  readonly clearTimer: (timer: unknown) => void;
}

/** Shows the controls over the video while the viewer does something, and hides them a while after. */
export class BarFade {
  readonly #deps: BarFadeDeps;
  #shown = true;
  #timer: unknown;

  constructor(deps: BarFadeDeps) {
    this.#deps = deps;
  }

  get shown(): boolean {
    return this.#shown;
  }

  /** The viewer moves, touches or presses something. */
  stir(): void {
    this.#set(true);
    this.#arm();
  }

  /** The viewer wants them gone, where nothing keeps them. */
  dismiss(): void {
    if (this.#deps.mayHide()) {
      this.#set(false);
    }
  }

  /** Ends the timer. */
  close(): void {
    this.#deps.clearTimer(this.#timer);
  }

  #arm(): void {
    this.#deps.clearTimer(this.#timer);
    this.#timer = this.#deps.setTimer(
      () => (this.#deps.mayHide() ? this.#set(false) : this.#arm()),
      FADE_AFTER_MS,
    );
  }

  #set(shown: boolean): void {
    if (shown !== this.#shown) {
      this.#shown = shown;
      this.#deps.changed();
    }
  }
}
