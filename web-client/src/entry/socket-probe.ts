import type { SocketProbe } from '../state/watch-facts';

/** So many sockets in a row have to fail first: one or two do so while a relay restarts. */
const FROM_UNOPENED = 2;
const TIMEOUT_MS = 5000;
const UPGRADE_REQUIRED = 426;
const FORBIDDEN = 403;
const NOT_FOUND = 404;
const TOO_MANY = 429;

/**
 * Finds out why sockets do not open, which a browser keeps to itself: asks for the socket's address without an upgrade. A relay answers that
 * as it would refuse a socket now, or with 426: then something in between lets plain requests through and no sockets. Page thread only.
 */
export class SocketProber {
  readonly #fetch: typeof fetch;
  readonly #origin: string;
  readonly #onProbed: (probe: SocketProbe) => void;
  #asking = false;

  /** For a page of `origin`: browsers name it to the relay with sockets only. */
  constructor(fetcher: typeof fetch, origin: string, onProbed: (probe: SocketProbe) => void) {
    this.#fetch = fetcher;
    this.#origin = origin;
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
        credentials: 'same-origin',
        headers: { 'X-Fanlight-Origin': this.#origin },
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
    case FORBIDDEN:
      return 'origin';
    case TOO_MANY:
      return 'busy';
    default:
      return 'lost';
  }
}
