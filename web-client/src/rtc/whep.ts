import { type Reception, readReception } from './reception';
import { type RtpClock, readRtpClock } from './rtp-clock';

/** How long a peer connection may take until it has connected. */
export const CONNECT_MS = 8000;

/** Why there is no peer connection, or no longer. */
export type WhepEnd =
  /** The relay says that this stream cannot be carried, or not to this viewer. */
  | 'refused'
  /** No answer, no way through, or the connection was lost. */
  | 'lost';

/** What an exchange needs from outside. */
export interface WhepDeps {
  readonly newPeer: () => RTCPeerConnection;
  readonly request: (url: string, init: RequestInit) => Promise<Response>;
  /** How the timestamps of the video are to be read, before its first frame. */
  readonly onClock: (clock: RtpClock | undefined) => void;
  /** Called once at most, and not after {@link Whep.close}. */
  readonly onEnded: (end: WhepEnd) => void;
}

/**
 * Plays a stream by WHEP: one offer, one answer, no trickling, since the relay names all its addresses. The session cookie of the page
 * is the credential. Begun by `open`; not opened twice.
 */
export class Whep {
  /** Receives the tracks; the same object all the time. */
  readonly stream = new MediaStream();
  readonly #url: string;
  readonly #deps: WhepDeps;
  readonly #peer: RTCPeerConnection;
  readonly #abort = new AbortController();
  #session: string | undefined;
  #deadline: ReturnType<typeof setTimeout> | undefined;

  /** @param url where the relay takes offers for the camera */
  constructor(url: string, deps: WhepDeps) {
    this.#url = url;
    this.#deps = deps;
    this.#peer = deps.newPeer();
    this.#peer.addTransceiver('video', { direction: 'recvonly' });
    this.#peer.addTransceiver('audio', { direction: 'recvonly' });
    this.#peer.ontrack = ({ track }) => this.stream.addTrack(track);
    this.#peer.onconnectionstatechange = () => this.#connectionChanged();
  }

  async open(): Promise<void> {
    this.#deadline = setTimeout(() => this.#end('lost'), CONNECT_MS);
    try {
      await this.#peer.setLocalDescription();
      await this.#offer(this.#peer.localDescription?.sdp ?? '');
    } catch {
      this.#end('lost');
    }
  }

  /** What was received up to now. */
  async reception(): Promise<Reception> {
    const report = (await this.#peer.getStats()) as unknown as ReadonlyMap<string, object>;
    return readReception(report.values());
  }

  /** How long media is held before it is played, in ms; browsers that cannot be asked decide themselves. */
  hold(ms: number): void {
    for (const receiver of this.#peer.getReceivers()) {
      if ('jitterBufferTarget' in receiver && (receiver.jitterBufferTarget ?? 0) !== ms) {
        receiver.jitterBufferTarget = ms === 0 ? null : ms;
      }
    }
  }

  /** Ends the session at the relay too; `onEnded` is not called any more. */
  close(): void {
    if (this.#abort.signal.aborted) {
      return;
    }
    this.#abort.abort();
    clearTimeout(this.#deadline);
    this.#peer.close();
    if (this.#session !== undefined) {
      // What is not delivered is found out by the relay: the peer connection has said goodbye.
      this.#deps.request(this.#session, { method: 'DELETE', keepalive: true }).catch(() => undefined);
    }
  }

  async #offer(sdp: string): Promise<void> {
    const answer = await this.#deps.request(this.#url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/sdp' },
      body: sdp,
      signal: this.#abort.signal,
    });
    if (answer.status !== 201) {
      this.#end(answer.status === 406 || answer.status === 404 ? 'refused' : 'lost');
      return;
    }
    const text = await answer.text();
    const location = answer.headers.get('Location');
    this.#session = location === null ? undefined : new URL(location, answer.url).href;
    if (this.#abort.signal.aborted) {
      return;
    }
    this.#deps.onClock(readRtpClock(answer.headers.get('Fanlight-Video-Clock')));
    await this.#peer.setRemoteDescription({ type: 'answer', sdp: text });
  }

  #connectionChanged(): void {
    const { connectionState } = this.#peer;
    if (connectionState === 'connected') {
      clearTimeout(this.#deadline);
    } else if (connectionState === 'failed' || connectionState === 'closed') {
      this.#end('lost');
    }
  }

  #end(end: WhepEnd): void {
    if (!this.#abort.signal.aborted) {
      this.close();
      this.#deps.onEnded(end);
    }
  }
}
