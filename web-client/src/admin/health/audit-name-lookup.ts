import { type ApiClient, asProblem } from '../../api/api-client';
import type { components } from '../../api/schema';
import type { AuditNames } from './audit-words';

type Entry = components['schemas']['AuditEntry'];
type Named = readonly [id: string, name: string];

/** Most cameras whose chats are asked for the names of people. */
const MOST_CAMERAS = 5;
/** Most ids of a kind whose names are kept; those that were found first go first. */
const MOST_NAMES = 2000;

/** Finds the names for the ids of an audit log: asks the relay only about entries that the list before did not have. */
export class AuditNameLookup {
  readonly #api: () => ApiClient;
  readonly #people = new Map<string, string>();
  readonly #links = new Map<string, string>();
  readonly #tokens = new Map<string, string>();
  readonly #cameras = new Map<string, string>();
  #known: ReadonlySet<number> = new Set();

  constructor(api: () => ApiClient) {
    this.#api = api;
  }

  /**
   * The names for these entries, and those that were found before.
   *
   * @throws ApiProblem when the relay cannot be asked
   */
  async of(entries: readonly Entry[]): Promise<AuditNames> {
    const added = entries.filter(({ id }) => !this.#known.has(id));
    if (added.length > 0) {
      await this.#find(added);
    }
    this.#known = new Set(entries.map(({ id }) => id));
    return { people: this.#people, links: this.#links, tokens: this.#tokens, cameras: this.#cameras };
  }

  async #find(entries: readonly Entry[]): Promise<void> {
    const chats = entries.flatMap(({ act, camera }) => (act.startsWith('chat.') && camera ? [camera] : []));
    const cameras = [...new Set(chats)].slice(0, MOST_CAMERAS);
    const [links, tokens, known, ...people] = await Promise.all([
      this.#api().call('get', '/links'),
      this.#api().call('get', '/tokens'),
      this.#api().call('get', '/cameras'),
      ...cameras.map((camera) => this.#peopleOf(camera)),
    ]);
    keep(this.#people, people.flat());
    keep(
      this.#links,
      links.map(({ id, label }) => [id, label]),
    );
    keep(
      this.#cameras,
      known.map(({ camera, title }) => [camera, title]),
    );
    keep(
      this.#tokens,
      tokens.map(({ id, label }) => [id, label]),
    );
  }

  /** Ids and names of those who chat at a camera or are banned from it; of none if it was removed meanwhile. */
  async #peopleOf(camera: string): Promise<readonly Named[]> {
    const path = { camera };
    try {
      const found = await Promise.all([
        this.#api().call('get', '/cameras/{camera}/chat', { path }),
        this.#api().call('get', '/cameras/{camera}/bans', { path }),
        this.#api().call('get', '/cameras/{camera}/viewers', { path }),
      ]);
      return found.flat().map(({ person, name }) => [person, name] as const);
    } catch (caught) {
      asProblem(caught);
      return [];
    }
  }
}

function keep(names: Map<string, string>, found: readonly Named[]): void {
  for (const [id, name] of found) {
    names.delete(id);
    names.set(id, name);
  }
  for (const id of names.keys()) {
    if (names.size <= MOST_NAMES) {
      return;
    }
    names.delete(id);
  }
}
