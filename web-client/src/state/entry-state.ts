/** How the last password attempt for a link ended. */
export type PasswordStatus = 'none' | 'checking' | 'wrong' | 'too_many';

/** How far a page is from being admitted, before it has a socket; waits in milliseconds from now. */
export type PendingEntry =
  | { readonly kind: 'requesting' }
  | { readonly kind: 'password'; readonly status: PasswordStatus; readonly retryInMs: number }
  | { readonly kind: 'waiting'; readonly reason: 'lost' | 'busy' | 'blocked'; readonly retryInMs: number }
  | { readonly kind: 'refused' };

/** Whether the page may open its socket; a page without a key in its address is admitted, and the relay decides at the socket. */
export type Entry = PendingEntry | { readonly kind: 'admitted' };
