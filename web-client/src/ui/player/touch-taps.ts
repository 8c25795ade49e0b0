const DOUBLE_MS = 300;
const AFTER_TOUCH_MS = 1000;
const STILL_PX = 12;

/** What taps do. */
export interface TapActions {
  readonly shown: () => boolean;
  readonly show: () => void;
  readonly hide: () => void;
  readonly double: () => void;
}

/** Fingers on the video: a tap shows the controls or hides them, two go to full screen, as a double click of a mouse does. */
export class TouchTaps {
  readonly #frame: HTMLElement;
  readonly #actions: TapActions;
  #down: { readonly x: number; readonly y: number } | undefined;
  #tappedAtMs = Number.NEGATIVE_INFINITY;
  #swallows = false;
  /** A double tap is a double click too, which follows it. */
  #touchedAtMs = Number.NEGATIVE_INFINITY;

  constructor(frame: HTMLElement, actions: TapActions) {
    this.#frame = frame;
    this.#actions = actions;
    frame.addEventListener('pointerdown', (event) => this.#pressed(event));
    frame.addEventListener('pointerup', (event) => this.#released(event));
    frame.addEventListener('click', (event) => this.#clicked(event), { capture: true });
    frame.addEventListener('dblclick', (event) => this.#doubled(event));
  }

  #pressed(event: PointerEvent): void {
    if (event.pointerType !== 'touch') {
      return;
    }
    this.#touchedAtMs = event.timeStamp;
    this.#down = event.isPrimary ? { x: event.clientX, y: event.clientY } : undefined;
    this.#swallows = !this.#actions.shown();
  }

  #released(event: PointerEvent): void {
    const { x, y } = this.#down ?? {};
    this.#down = undefined;
    if (x === undefined || y === undefined || Math.hypot(event.clientX - x, event.clientY - y) > STILL_PX) {
      return;
    }
    if (onControl(event) && !this.#swallows) {
      this.#actions.show();
      return;
    }
    const double = event.timeStamp - this.#tappedAtMs < DOUBLE_MS;
    this.#tappedAtMs = double ? Number.NEGATIVE_INFINITY : event.timeStamp;
    if (double) {
      this.#actions.double();
    } else if (this.#swallows) {
      this.#actions.show();
    } else {
      this.#actions.hide();
    }
  }

  /** A button that could not be seen is not pressed. */
  #clicked(event: MouseEvent): void {
    if (this.#swallows && (event as PointerEvent).pointerType === 'touch') {
      event.preventDefault();
      event.stopPropagation();
      this.#frame.focus({ preventScroll: true });
    }
    this.#swallows = false;
  }

  #doubled(event: MouseEvent): void {
    if (event.timeStamp - this.#touchedAtMs > AFTER_TOUCH_MS && !onControl(event)) {
      this.#actions.double();
    }
  }
}

function onControl(event: Event): boolean {
  return (event.target as Element).closest('button, input, a, .fl-stats, .fl-island') !== null;
}
