import type { Answer, ApiClient } from '../api/api-client';
import { SITE_ROOT } from '../api/site-root';
import { WORDS } from '../words/words';

/** What was recorded, and how far back this viewer may see it. */
export type Recording = Answer<'get', '/cameras/{camera}/recording'>;

/** Frames that are fetched together. */
export type Group = Answer<'get', '/cameras/{camera}/recording/groups'>[number];

const MOST_RETRIES = 5;

/** Fetches what was recorded of one camera. */
export class RecordingSource {
  readonly #api: ApiClient;
  readonly #fetch: typeof fetch;
  readonly #camera: string;

  constructor(api: ApiClient, fetcher: typeof fetch, camera: string) {
    this.#api = api;
    this.#fetch = fetcher;
    this.#camera = camera;
  }

  /** The spans of all that may be seen. */
  recording(): Promise<Recording> {
    return this.#api.call('get', '/cameras/{camera}/recording', { path: { camera: this.#camera } });
  }

  /** The groups of a time, milliseconds since 1970, up to now without an end. */
  groups(from: number, to?: number): Promise<readonly Group[]> {
    const begin = { from: Math.max(0, Math.floor(from)) };
    return this.#api.call('get', '/cameras/{camera}/recording/groups', {
      path: { camera: this.#camera },
      query: to === undefined ? begin : { ...begin, to: Math.max(0, Math.floor(to)) },
    });
  }

  /** What comes before the groups of a file. */
  init(file: number): Promise<ArrayBuffer> {
    return this.#bytes(`${file}/init.mp4`);
  }

  /** The bytes of a group, whose times count from `baseUs`. */
  group(group: Group, baseUs: number): Promise<ArrayBuffer> {
    return this.#bytes(`${group.file}/${group.position}.m4s?base=${baseUs}`);
  }

  /** Where a time can be downloaded as one file. */
  download(from: number, to: number): string {
    return `${this.#folder()}recording.mp4?from=${Math.floor(from)}&to=${Math.floor(to)}`;
  }

  #folder(): string {
    return `${SITE_ROOT}c/${encodeURIComponent(this.#camera)}/`;
  }

  async #bytes(path: string): Promise<ArrayBuffer> {
    const response = await this.#patient(`${this.#folder()}rewind/${path}`);
    if (!response.ok) {
      throw new RangeError(WORDS.recording.gone);
    }
    return response.arrayBuffer();
  }

  /** Asks again later when it has asked too often: at eight times the speed there is much to fetch. */
  async #patient(url: string): Promise<Response> {
    let response = await this.#fetch(url, { credentials: 'same-origin' });
    for (let i = 0; i < MOST_RETRIES && response.status === 429; i++) {
      const seconds = Number(response.headers.get('Retry-After') ?? 1);
      await new Promise((done) => setTimeout(done, seconds * 1000));
      response = await this.#fetch(url, { credentials: 'same-origin' });
    }
    return response;
  }
}
