import type { Entry } from '../state/entry-state';
import type { HeldLink } from './held-link';
import { type ExchangeDeps, type ExchangeState, LinkExchange } from './link-exchange';
import { addressAfter, type PageAddress, readAddress } from './page-address';
import { type Shareable, shareableOf } from './shareable';

/** What a link entry needs from outside. */
export interface LinkEntryDeps extends Omit<ExchangeDeps, 'onState'> {
  readonly location: () => Pick<URL, 'origin' | 'protocol' | 'host' | 'pathname' | 'search' | 'hash'>;
  /** Replaces the path in the address bar without navigation. */
  readonly replaceAddress: (pathAndQuery: string) => void;
  /** Names of the public cameras; empty when they cannot be loaded. */
  readonly publicCameras: () => Promise<readonly string[]>;
  readonly timeWords: (ms: number) => string;
  readonly onEntry: (entry: Entry) => void;
  /** The page may dial or redial. */
  readonly onAdmitted: (address: PageAddress) => void;
}

/** Entry by link: reads the page's address, exchanges the key in it, and removes the key from the address bar. */
export class LinkEntry {
  readonly #deps: LinkEntryDeps;
  readonly #exchange: LinkExchange;
  #address: PageAddress | undefined;
  #key: string | undefined;
  #link: HeldLink | undefined;
  #password = false;
  /** Whether the relay accepted the socket since the last exchange: a session that ends later is worth another exchange. */
  #welcomed = false;

  constructor(deps: LinkEntryDeps) {
    this.#deps = deps;
    this.#exchange = new LinkExchange({ ...deps, onState: (state) => this.#exchanged(state) });
  }

  /** The camera in the address, if it is a watch link. */
  get camera(): string | undefined {
    return this.#address?.camera;
  }

  /** Address of the view socket; empty where the address is no watch link. */
  get socketUrl(): string {
    return this.#address?.socketUrl ?? '';
  }

  /** The link this page was opened with. */
  get link(): HeldLink | undefined {
    return this.#link;
  }

  /** Reads the current address and enters with its key, if it has one. */
  enter(): void {
    const address = readAddress(this.#deps.location());
    this.#address = address;
    this.#welcomed = false;
    if (address === undefined) {
      this.#deps.onEntry({ kind: 'refused' });
    } else if (address.key === undefined) {
      this.#admit(address);
    } else {
      this.#key = address.key;
      this.#link = undefined;
      this.#password = false;
      this.#exchange.begin(address.camera, address.key);
    }
  }

  /** What the viewer can share. */
  async shareable(): Promise<Shareable> {
    const camera = this.camera;
    const isPublic = (await this.#deps.publicCameras()).includes(camera ?? '');
    return shareableOf(this.#deps.location(), this.#link, isPublic, this.#deps.timeWords);
  }

  /** Submits the password of the link. */
  submitPassword(password: string): void {
    this.#password = true;
    this.#exchange.submitPassword(password);
  }

  /** The network is back. */
  retryNow(): void {
    this.#exchange.retryNow();
  }

  /** The relay has accepted the socket; the address follows the camera's current name. */
  welcomed(camera: string): void {
    this.#welcomed = true;
    this.#renamed(camera);
  }

  /** The relay does not know the session any more: exchanges the key again, if it is still held and was accepted before. */
  refused(): void {
    if (this.#welcomed && this.#address !== undefined && this.#key !== undefined) {
      this.#welcomed = false;
      this.#exchange.begin(this.#address.camera, this.#key);
    }
  }

  #exchanged(state: ExchangeState): void {
    if (state.kind !== 'admitted') {
      this.#deps.onEntry(state);
      return;
    }
    const { session } = state;
    this.#link = { key: this.#key ?? '', session, password: this.#password };
    this.#renamed(session.camera);
    if (this.#address !== undefined) {
      this.#admit(this.#address);
    }
  }

  #admit(address: PageAddress): void {
    this.#deps.onEntry({ kind: 'admitted' });
    this.#deps.onAdmitted(address);
  }

  #renamed(camera: string): void {
    const path = addressAfter(this.#deps.location(), camera);
    this.#deps.replaceAddress(path);
    this.#address = readAddress(this.#deps.location());
  }
}
