import type { LinkSession } from './link-exchange';

/** The link this page was opened with; it is stored nowhere else. */
export interface HeldLink {
  readonly key: string;
  readonly session: LinkSession;
  readonly password: boolean;
}
