import { mainOf } from '../media/renditions';
import type { ControlMessage } from '../protocol/message';
import type { DeliveryMode, MediaSelection, Quality, StreamState } from '../protocol/stream-message';
import { BufferTarget } from './buffer-target';
import { type MediaWay, PathChoice } from './path-choice';
import type { PeerScreen, PeerScreenDeps } from './peer-screen';
import { missedShare, NO_RECEPTION, type Reception } from './reception';

const TICK_MS = 500;
const USUAL_FPS = 30;
/** Less than everything, because the way is slow: unless the viewer asked for the small rendition. */
const DEGRADED: readonly DeliveryMode[] = ['no_disposable', 'low', 'key_frames'];

/** What a viewer asks for. */
export interface PreferredPlayback {
  readonly quality: Quality;
  /** Nothing is kept back. */
  readonly lowLatency: boolean;
  /** How old media are at least when they are shown, in ms. */
  readonly heldMs: number;
}

/** What a transport needs from outside. */
export interface MediaTransportDeps {
  /** The way that the address of the page forces. */
  readonly forced: MediaWay | undefined;
  readonly nowMs: () => number;
  /** The age of what was captured then, in ms; undefined until both clocks are known. */
  readonly ageMs: (captureUs: number) => number | undefined;
  readonly newScreen: (deps: Pick<PeerScreenDeps, 'onFrame' | 'onEnded'>) => PeerScreen;
  /** What the socket shall send. */
  readonly select: (media: MediaSelection) => void;
  /** Show that element; undefined: what the socket feeds. */
  readonly onScreen: (video: HTMLVideoElement | undefined) => void;
  readonly onFrame: (captureUs: number | undefined, width: number, height: number) => void;
  readonly onReception: (reception: Reception | undefined) => void;
}

/** Where the frames on screen come from. */
type State =
  | { readonly kind: 'socket' }
  /** The socket's frames are on screen until the peer connection has one. */
  | { readonly kind: 'joining'; readonly screen: PeerScreen }
  | { readonly kind: 'peer'; readonly screen: PeerScreen }
  /** The last frame of a peer connection is on screen until the socket has one. */
  | { readonly kind: 'returning'; readonly screen: PeerScreen };

/**
 * Takes the media by WebRTC where the socket's way loses too much, and by the socket again: what is on screen stays until the other way
 * has a frame. The socket remains open for all else. Page thread only.
 */
export class MediaTransport {
  readonly #deps: MediaTransportDeps;
  readonly #choice: PathChoice;
  readonly #timer: ReturnType<typeof setInterval>;
  #state: State = { kind: 'socket' };
  #media: MediaSelection = 'all';
  #ordered: MediaSelection = 'all';
  #hidden = false;
  #offered = false;
  #unfit = false;
  #stream: StreamState = 'offline';
  #delivery: DeliveryMode = 'all';
  #preferred: PreferredPlayback = { quality: 'auto', lowLatency: false, heldMs: 0 };
  #frameMs = 1000 / USUAL_FPS;
  #epoch: number | undefined;
  #reception = NO_RECEPTION;
  #buffer = new BufferTarget();

  constructor(deps: MediaTransportDeps) {
    this.#deps = deps;
    this.#choice = new PathChoice(deps.forced);
    this.#timer = setInterval(() => this.#tick(), TICK_MS);
  }

  /** The element of a peer connection that is on screen. */
  get video(): HTMLVideoElement | undefined {
    return this.#state.kind === 'peer' || this.#state.kind === 'returning'
      ? this.#state.screen.video
      : undefined;
  }

  /** What the page needs now. A peer connection is for all of it; anything less comes by the socket. */
  select(media: MediaSelection): void {
    this.#media = media;
    this.#choice.restarted();
    if (media !== 'all') {
      this.#leave();
    }
    this.#order();
  }

  setHidden(hidden: boolean): void {
    this.#hidden = hidden;
    this.#choice.restarted();
  }

  /** What the viewer asks for. */
  prefer(preferred: PreferredPlayback): void {
    this.#preferred = preferred;
  }

  /** A message of the relay, as far as it concerns the way of the media. */
  heard(message: ControlMessage): void {
    switch (message.type) {
      case 'welcome':
        this.#offered = message.features?.includes('whep') ?? false;
        this.#delivery = 'all';
        this.#choice.restarted();
        break;
      case 'stream':
        if (message.state !== this.#stream) {
          this.#stream = message.state;
          this.#choice.restarted();
        }
        break;
      case 'delivery':
        this.#delivery = message.mode;
        break;
      case 'tracks':
        this.#frameMs = 1000 / (mainOf(message.tracks)?.fps ?? USUAL_FPS);
        this.#published(message.epoch);
    }
    this.#choice.setAvailable(this.#offered && !this.#unfit);
  }

  /** The socket has a frame to show, of that age. Returns whether it is on screen. */
  socketShows(ageMs: number | undefined): boolean {
    if (this.#state.kind === 'peer') {
      return false;
    }
    if (this.#state.kind === 'returning') {
      this.#state.screen.close();
      this.#state = { kind: 'socket' };
      this.#deps.onScreen(undefined);
      this.#deps.onReception(undefined);
      this.#choice.restarted();
    }
    this.#choice.frame(ageMs, this.#deps.nowMs());
    return true;
  }

  close(): void {
    clearInterval(this.#timer);
    if (this.#state.kind !== 'socket') {
      this.#state.screen.close();
    }
  }

  #published(epoch: number): void {
    if (epoch !== this.#epoch) {
      this.#epoch = epoch;
      this.#unfit = false;
      this.#choice.renewed();
      this.#leave();
      this.#order();
    }
  }

  #tick(): void {
    if (this.#media !== 'all' || this.#hidden || this.#stream !== 'live') {
      return;
    }
    const bySocket = this.#state.kind === 'socket' || this.#state.kind === 'joining';
    const degraded =
      bySocket &&
      DEGRADED.includes(this.#delivery) &&
      !(this.#delivery === 'low' && this.#preferred.quality === 'low');
    this.#choice.tick(this.#deps.nowMs(), { degraded, frameMs: this.#frameMs });
    if (this.#choice.way === 'webrtc' && this.#state.kind === 'socket') {
      this.#join();
    } else if (this.#choice.way === 'websocket') {
      this.#leave();
      this.#order();
    }
    void this.#measure();
  }

  #join(): void {
    this.#reception = NO_RECEPTION;
    this.#buffer = new BufferTarget();
    const screen: PeerScreen = this.#deps.newScreen({
      onFrame: (captureUs, width, height) => this.#peerShows(screen, captureUs, width, height),
      onEnded: (end) => {
        this.#unfit = end === 'refused';
        this.#choice.failed(this.#deps.nowMs());
        this.#choice.setAvailable(this.#offered && !this.#unfit);
        this.#leave();
        this.#order();
      },
    });
    this.#state = { kind: 'joining', screen };
  }

  #peerShows(screen: PeerScreen, captureUs: number | undefined, width: number, height: number): void {
    if (this.#state.kind === 'joining') {
      this.#state = { kind: 'peer', screen };
      this.#choice.restarted();
      this.#deps.onScreen(screen.video);
      this.#order();
    }
    if (this.#state.kind === 'peer') {
      const age = captureUs === undefined ? undefined : this.#deps.ageMs(captureUs);
      this.#choice.frame(age, this.#deps.nowMs());
      this.#deps.onFrame(captureUs, width, height);
    }
  }

  /** Leaves WebRTC; what it showed last stays on screen until the socket has a frame. */
  #leave(): void {
    if (this.#state.kind === 'joining') {
      this.#state.screen.close();
      this.#state = { kind: 'socket' };
    } else if (this.#state.kind === 'peer') {
      this.#state.screen.close();
      this.#state = { kind: 'returning', screen: this.#state.screen };
    }
  }

  #order(): void {
    const ordered = this.#state.kind === 'peer' ? 'none' : this.#media;
    if (ordered !== this.#ordered) {
      this.#ordered = ordered;
      this.#deps.select(ordered);
    }
  }

  async #measure(): Promise<void> {
    const state = this.#state;
    if (state.kind !== 'peer') {
      return;
    }
    const now = await state.screen.reception();
    const share = missedShare(this.#reception, now);
    this.#reception = now;
    if (this.#state === state) {
      this.#deps.onReception(now);
      const holdMs = this.#buffer.measured(share, now.roundTripMs, this.#deps.nowMs());
      state.screen.hold(this.#preferred.lowLatency ? 0 : Math.max(holdMs, this.#preferred.heldMs));
      if (share !== undefined) {
        this.#choice.missed(share, this.#deps.nowMs());
      }
    }
  }
}
