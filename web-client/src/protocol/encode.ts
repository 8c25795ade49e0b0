import type { ControlMessage } from './message';

/** The text message for `message`; the caller keeps it under the limits of the protocol. */
export function encodeControl(message: ControlMessage): string {
  return JSON.stringify(message);
}
