/** Why a socket is not there any more, as far as a person needs to know. */
export type LossReason = 'lost' | 'restarting' | 'busy' | 'protocol_error';

/** Where the one socket of a page stands; times in milliseconds of the caller's clock. */
export type ConnectionState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'connecting'; readonly reason?: LossReason }
  | { readonly kind: 'open' }
  | { readonly kind: 'waiting'; readonly reason: LossReason; readonly retryInMs: number }
  | { readonly kind: 'refused' };
