/** Why nothing can be captured. */
export type CaptureProblem =
  /** The person, or a rule of the browser, does not allow it. */
  | 'denied'
  /** There is no such device. */
  | 'no_device'
  /** Another program has the device, or it does not answer. */
  | 'in_use'
  /** The choice of a screen was closed. */
  | 'cancelled'
  /** The page did not come by HTTPS, or the browser cannot do it. */
  | 'unavailable';

/** The problem behind an exception of `getUserMedia` or `getDisplayMedia`. */
export function problemOf(error: unknown, screen: boolean): CaptureProblem {
  switch (error instanceof Error || error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return screen ? 'cancelled' : 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'no_device';
    case 'NotReadableError':
    case 'AbortError':
      return 'in_use';
    default:
      return 'unavailable';
  }
}
