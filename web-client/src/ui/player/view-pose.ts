const MOST_SCALE = 8;
const STEP = 1.25;
const PAN_STEP = 0.1;
const QUARTER = 90;

/** How the video is turned and magnified: shares of the frame, independent of its size in pixels. */
export interface Pose {
  readonly scale: number;
  /** The point of the frame in the middle of the view, −0.5 to 0.5 from its centre. */
  readonly x: number;
  readonly y: number;
  /** Clockwise degrees. */
  readonly rotation: number;
}

/** The whole frame, upright. */
export const WHOLE: Pose = { scale: 1, x: 0, y: 0, rotation: 0 };

/** The pose magnified by `factor` about a point of the view, −0.5 to 0.5 from its centre. */
export function magnified(pose: Pose, factor: number, at = { x: 0, y: 0 }): Pose {
  const scale = clamp(pose.scale * factor, 1, MOST_SCALE);
  const moved = 1 / pose.scale - 1 / scale;
  return within({ ...pose, scale, x: pose.x + at.x * moved, y: pose.y + at.y * moved });
}

/** The pose moved by shares of the view. */
export function panned(pose: Pose, dx: number, dy: number): Pose {
  return within({ ...pose, x: pose.x + dx / pose.scale, y: pose.y + dy / pose.scale });
}

/** The pose turned by a quarter, clockwise. */
export function rotated(pose: Pose): Pose {
  return { ...WHOLE, rotation: (pose.rotation + QUARTER) % 360 };
}

/** The pose after a key; undefined when the key means nothing to it. Arrows pan with Shift, as long as it is magnified. */
export function poseAfterKey(
  pose: Pose,
  press: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>,
): Pose | undefined {
  if (press.ctrlKey || press.altKey || press.metaKey) {
    return undefined;
  }
  switch (press.key) {
    case '+':
      return magnified(pose, STEP);
    case '-':
      return magnified(pose, 1 / STEP);
    case '=':
      return { ...WHOLE, rotation: pose.rotation };
    default:
      return press.shiftKey && pose.scale > 1 ? arrow(pose, press.key) : undefined;
  }
}

function arrow(pose: Pose, key: string): Pose | undefined {
  switch (key) {
    case 'ArrowLeft':
      return panned(pose, -PAN_STEP, 0);
    case 'ArrowRight':
      return panned(pose, PAN_STEP, 0);
    case 'ArrowUp':
      return panned(pose, 0, -PAN_STEP);
    case 'ArrowDown':
      return panned(pose, 0, PAN_STEP);
    default:
      return undefined;
  }
}

/** No further than the edges of the frame. */
function within(pose: Pose): Pose {
  const most = 0.5 - 0.5 / pose.scale;
  return { ...pose, x: clamp(pose.x, -most, most), y: clamp(pose.y, -most, most) };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
