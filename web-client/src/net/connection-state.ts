/** Why a socket was lost, as far as it matters to the viewer. */
export type LossReason = 'lost' | 'restarting' | 'busy' | 'link_full' | 'protocol_error';

/** Why the relay refuses this page for good. */
export type RefusalReason = 'wrong_link' | 'link_ended' | 'banned' | 'disconnected' | PublisherRefusal;

/** The same for a page that publishes: its key is not valid (any more), or another publisher has taken its place. */
export type PublisherRefusal = 'key_refused' | 'replaced';

/** State of a page's one socket; times in milliseconds of the caller's clock. */
export type ConnectionState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'connecting'; readonly reason?: LossReason }
  | { readonly kind: 'open' }
  | {
      readonly kind: 'waiting';
      readonly reason: LossReason;
      readonly retryInMs: number;
      /** How many attempts in a row ended before the handshake did: the relay was not reached, or something in between refused. */
      readonly unopened: number;
    }
  /** `request` is by what the log of the relay names the session that was refused. */
  | { readonly kind: 'refused'; readonly reason: RefusalReason; readonly request?: string };
