/** How the last password attempt for a link ended. */
export type PasswordStatus = 'none' | 'checking' | 'wrong' | 'too_many';

/**
 * What keeps a page from the relay although it was loaded: `sockets` do not open, the relay takes it for a page of another `origin`, or
 * something else than the relay answers at its `addresses`.
 */
export type Obstacle = 'sockets' | 'origin' | 'addresses';

/** Why an entry has to wait. */
export type WaitReason = 'lost' | 'busy' | Obstacle;

/** How far a page is from being admitted, before it has a socket; waits in milliseconds from now. */
export type PendingEntry =
  | { readonly kind: 'requesting' }
  | { readonly kind: 'password'; readonly status: PasswordStatus; readonly retryInMs: number }
  | { readonly kind: 'waiting'; readonly reason: WaitReason; readonly retryInMs: number }
  /** `request` is by what the log of the relay names the refusal. */
  | { readonly kind: 'refused'; readonly request?: string };

/** Whether the page may open its socket; a page without a key in its address is admitted, and the relay decides at the socket. */
export type Entry = PendingEntry | { readonly kind: 'admitted' };
