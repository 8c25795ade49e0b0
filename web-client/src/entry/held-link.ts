import type { LinkSession } from './link-exchange';

/** A link as this page load was given it; it is kept nowhere else. */
export interface HeldLink {
  readonly key: string;
  readonly session: LinkSession;
  readonly password: boolean;
}
