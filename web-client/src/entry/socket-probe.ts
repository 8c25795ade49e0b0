import type { SocketProbe } from '../state/watch-facts';

/** So many sockets in a row have to fail first: one or two do so while a relay restarts. */
const FROM_UNOPENED = 2;
const TIMEOUT_MS = 5000;
const UPGRADE_REQUIRED = 426;
const NOT_FOUND = 404;
const TOO_MANY = 429;

/**
 * Finds out why sockets do not open, which a browser keeps to itself: asks for the socket's address without an upgrade. A relay answers that
 * with 426, so then something in between lets plain requests through and no sockets. Page thread only.
 */
export class SocketProber {
  readonly #fetch: typeof fetch;
  readonly #onProbed: (probe: SocketProbe) => void;
  #asking = false;

  constructor(fetcher: typeof fetch, onProbed: (probe: SocketProbe) => void) {
    this.#fetch = fetcher;
    this.#onProbed = onProbed;
  }

  /** The last `unopened` sockets to `socketUrl` did not open. */
  async failed(unopened: number, socketUrl: string): Promise<void> {
    if (unopened < FROM_UNOPENED || this.#asking) {
      return;
    }
    this.#asking = true;
    const probe = await this.#ask(socketUrl.replace(/^ws/, 'http'));
    this.#asking = false;
    this.#onProbed(probe);
  }

  async #ask(url: string): Promise<SocketProbe> {
    try {
      const { status } = await this.#fetch(url, {
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      return probeOf(status);
    } catch {
      return 'lost';
    }
  }
}

/** What the status of a plain request to the socket's address means. */
function probeOf(status: number): SocketProbe {
  switch (status) {
    case UPGRADE_REQUIRED:
    case NOT_FOUND:
      return 'sockets';
    case TOO_MANY:
      return 'busy';
    default:
      return 'lost';
  }
}
