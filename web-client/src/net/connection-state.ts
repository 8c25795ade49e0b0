/** Why a socket is not there any more, as far as a person needs to know. */
export type LossReason = 'lost' | 'restarting' | 'busy' | 'link_full' | 'protocol_error';

/** Why the relay does not want this page back. */
export type RefusalReason = 'wrong_link' | 'link_ended' | 'banned';

/** State of a page's one socket; times in milliseconds of the caller's clock. */
export type ConnectionState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'connecting'; readonly reason?: LossReason }
  | { readonly kind: 'open' }
  | { readonly kind: 'waiting'; readonly reason: LossReason; readonly retryInMs: number }
  | { readonly kind: 'refused'; readonly reason: RefusalReason };
