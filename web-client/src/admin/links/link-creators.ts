import type { ApiClient } from '../../api/api-client';

/** Newest entries of the log that are looked through. */
const MOST_ENTRIES = 200;

/** Who created links, as far as the newest entries of the log say; asks again only when there is a link it has not looked for. */
export class LinkCreators {
  #known = new Map<string, string>();
  #asked: ReadonlySet<string> = new Set();

  /**
   * The creators by the ids of links.
   *
   * @throws ApiProblem when the relay cannot be asked
   */
  async of(api: ApiClient, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.some((id) => !this.#asked.has(id))) {
      const entries = await api.call('get', '/audit', { query: { limit: MOST_ENTRIES } });
      const created = entries.filter(({ act }) => act === 'link.create' || act === 'camera.invite');
      this.#known = new Map(
        created.flatMap(({ actor, target }) => (target === undefined ? [] : [[target, creatorWords(actor)]])),
      );
    }
    this.#asked = new Set(ids);
    return this.#known;
  }
}

/** Who an actor of the log is, in two words. */
export function creatorWords(actor: string): string {
  if (actor.includes('token:')) {
    return 'a program';
  }
  if (actor.includes('host')) {
    return 'command line';
  }
  return actor.startsWith('owner:') ? 'you' : 'the camera’s computer';
}
