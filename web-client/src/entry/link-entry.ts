import type { Entry } from '../state/entry-state';
import type { HeldLink } from './held-link';
import { LinkTrade, type TradeDeps, type TradeState } from './link-exchange';
import { addressAfter, type PageAddress, readAddress } from './page-address';
import { type Shareable, shareableOf } from './shareable';

/** What a door needs from outside. */
export interface DoorDeps extends Omit<TradeDeps, 'onState'> {
  readonly location: () => Pick<URL, 'origin' | 'protocol' | 'host' | 'pathname' | 'search' | 'hash'>;
  /** Puts another path into the address bar without loading anything. */
  readonly replaceAddress: (pathAndQuery: string) => void;
  /** Names of the public cameras; none where they cannot be had. */
  readonly publicCameras: () => Promise<readonly string[]>;
  readonly timeWords: (ms: number) => string;
  readonly onEntry: (entry: Entry) => void;
  /** The page may dial, or dial anew. */
  readonly onAdmitted: (address: PageAddress) => void;
}

/** The way into a camera: reads the page's address, trades the key in it, and takes the key out of the address bar. */
export class Door {
  readonly #deps: DoorDeps;
  readonly #trade: LinkTrade;
  #address: PageAddress | undefined;
  #key: string | undefined;
  #link: HeldLink | undefined;
  #password = false;
  /** Whether the socket has been let in since the key was traded last: a session that ended later is worth another trade. */
  #welcomed = false;

  constructor(deps: DoorDeps) {
    this.#deps = deps;
    this.#trade = new LinkTrade({ ...deps, onState: (state) => this.#traded(state) });
  }

  /** The camera in the address, if it is a watch link. */
  get camera(): string | undefined {
    return this.#address?.camera;
  }

  /** The link this page load came by. */
  get link(): HeldLink | undefined {
    return this.#link;
  }

  /** Reads the address of now and goes in as it says. */
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
      this.#trade.begin(address.camera, address.key);
    }
  }

  /** What the reader can pass on. */
  async shareable(): Promise<Shareable> {
    const camera = this.camera;
    const isPublic = (await this.#deps.publicCameras()).includes(camera ?? '');
    return shareableOf(this.#deps.location(), this.#link, isPublic, this.#deps.timeWords);
  }

  /** Shows the password of the link. */
  offer(password: string): void {
    this.#password = true;
    this.#trade.offer(password);
  }

  /** The network is back. */
  hurry(): void {
    this.#trade.hurry();
  }

  /** The relay has let the page in and calls the camera so: the address follows a new name. */
  welcomed(camera: string): void {
    this.#welcomed = true;
    this.#renamed(camera);
  }

  /** The relay does not know the page's session any more: shows the key again, if it is still held and was good before. */
  refused(): void {
    if (this.#welcomed && this.#address !== undefined && this.#key !== undefined) {
      this.#welcomed = false;
      this.#trade.begin(this.#address.camera, this.#key);
    }
  }

  #traded(state: TradeState): void {
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
