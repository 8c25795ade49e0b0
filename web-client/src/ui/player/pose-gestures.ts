import { magnified, type Pose, panned } from './view-pose';

const WHEEL_SHARE = 0.0025;

/** Where gestures get the pose from, and bring it. */
export interface PoseHolder {
  pose: Pose;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Ctrl and wheel or two fingers magnify the video in `frame`, a drag moves what is magnified. */
export class PoseGestures {
  readonly #frame: HTMLElement;
  readonly #holder: PoseHolder;
  readonly #fingers = new Map<number, Point>();

  constructor(frame: HTMLElement, holder: PoseHolder) {
    this.#frame = frame;
    this.#holder = holder;
    frame.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
    frame.addEventListener('pointerdown', (event) => this.#down(event));
    frame.addEventListener('pointermove', (event) => this.#move(event));
    for (const type of ['pointerup', 'pointercancel'] as const) {
      frame.addEventListener(type, ({ pointerId }) => this.#fingers.delete(pointerId));
    }
  }

  #wheel(event: WheelEvent): void {
    if (event.ctrlKey) {
      event.preventDefault();
      const factor = Math.exp(-event.deltaY * WHEEL_SHARE);
      this.#holder.pose = magnified(this.#holder.pose, factor, this.#share(event.clientX, event.clientY));
    }
  }

  #down(event: PointerEvent): void {
    if (event.button === 0 && (event.target as Element).closest('button, input, a, .fl-stats') === null) {
      this.#fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    }
  }

  #move(event: PointerEvent): void {
    const before = this.#fingers.get(event.pointerId);
    if (before === undefined) {
      return;
    }
    const now = { x: event.clientX, y: event.clientY };
    const other = [...this.#fingers].find(([id]) => id !== event.pointerId)?.[1];
    this.#fingers.set(event.pointerId, now);
    this.#holder.pose = other === undefined ? this.#dragged(before, now) : this.#pinched(before, now, other);
  }

  #dragged(before: Point, now: Point): Pose {
    const { width, height } = this.#frame.getBoundingClientRect();
    return panned(this.#holder.pose, (before.x - now.x) / width, (before.y - now.y) / height);
  }

  #pinched(before: Point, now: Point, other: Point): Pose {
    const factor = distance(now, other) / Math.max(1, distance(before, other));
    return magnified(this.#holder.pose, factor, this.#share((now.x + other.x) / 2, (now.y + other.y) / 2));
  }

  #share(x: number, y: number): Point {
    const box = this.#frame.getBoundingClientRect();
    return { x: (x - box.left) / box.width - 0.5, y: (y - box.top) / box.height - 0.5 };
  }
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
