import { type ChatEvent, type ChatLog, EMPTY_LOG, reduceChat, unreadSince } from '../chat/chat-log';
import { type ChatRoom, type Me, type Refusal, UNKNOWN_ROOM } from '../chat/chat-room';
import { type ModerationRequest, ModerationRequests } from '../chat/moderation-requests';
import type { EngineEvent, ShownFrame } from '../engine/engine-event';
import { DEFAULT_PREFERENCES, heldMs, type Preferences } from '../engine/preferences';
import type { Clocks } from '../engine/report';
import { NO_SOUND, type SoundStatus } from '../engine/sound-status';
import { type Counters, noCounters } from '../media/counters';
import { LatencyMeter } from '../media/latency';
import type { ShownMode } from '../media/support';
import type { Moderate } from '../protocol/chat-message';
import type { ControlMessage } from '../protocol/message';
import type { UplinkQuality } from '../protocol/stream-condition';
import type { DeliveryMode, Stream } from '../protocol/stream-message';
import type { Track, VideoTrack } from '../protocol/track';
import type { Reception } from '../rtc/reception';
import { WORDS } from '../words/words';
import { renameNote, roleNote, streamNote } from './chat-notes';
import { deriveState } from './derive-state';
import { type HeadState, headAnswered, UNKNOWN_HEAD } from './head-state';
import { applyEvent, initialFacts, type WatchEvent, type WatchFacts } from './watch-facts';
import type { WatchState } from './watch-state';

/** Everything the page shows, kept up to date from the engine's events; knows nothing of elements. */
export class WatchModel {
  readonly #nowMs: () => number;
  readonly #nowUs: () => number;
  readonly #moderation = new ModerationRequests();
  readonly #latency = new LatencyMeter();
  #facts: WatchFacts;
  chat: ChatLog = EMPTY_LOG;
  room: ChatRoom = UNKNOWN_ROOM;
  camera = '';
  title = '';
  /** Whether this viewer may see what was recorded. */
  mayRewind = false;
  /** Whether the relay records the camera now. */
  recording = false;
  relayVersion = '';
  me: Me | undefined;
  viewers: number | undefined;
  mode: ShownMode | undefined;
  /** What the peer connection has received; undefined without one. */
  reception: Reception | undefined;
  element: HTMLElement | undefined;
  head: HeadState = UNKNOWN_HEAD;
  tracks: readonly Track[] = [];
  track: VideoTrack | undefined;
  sound: SoundStatus = NO_SOUND;
  preferences: Preferences = DEFAULT_PREFERENCES;
  frame: ShownFrame | undefined;
  clocks: Clocks = {};
  counters: Counters = noCounters();
  /** When the counters were reported, by the clock given to the constructor. */
  countersAtMs: number | undefined;
  reconnects = 0;
  refusal: Refusal | undefined;
  renameRefusal: string | undefined;
  seenSeq: number | undefined;

  /** `nowMs` counts the time of the page, `nowUs` is its clock in microseconds since 1970. */
  constructor(nowMs: () => number, nowUs: () => number, online: boolean) {
    this.#nowMs = nowMs;
    this.#nowUs = nowUs;
    this.#facts = initialFacts(nowMs(), online);
  }

  /** The state of the page now. */
  get state(): WatchState {
    return deriveState(this.#facts, this.#nowMs());
  }

  /** Whether the viewer has paused. */
  get paused(): boolean {
    return this.#facts.paused;
  }

  /** What the relay currently sends on this connection. */
  get delivery(): DeliveryMode {
    return this.#facts.delivery;
  }

  /** By what the log of the relay names what has refused this page; for people to quote. */
  get request(): string | undefined {
    const { entry, connection } = this.#facts;
    return [entry, connection].find((way) => way.kind === 'refused')?.request;
  }

  /** How well the camera's own connection carries the video. */
  get uplink(): UplinkQuality {
    return this.#facts.uplink;
  }

  /** Whether this viewer can move the camera now. */
  get canSteer(): boolean {
    return this.head.allowed && this.head.available && this.#facts.connection.kind === 'open';
  }

  /** Smoothed latency, in milliseconds. */
  get latencyMs(): number | undefined {
    return this.#latency.valueMs;
  }

  /** Number of unread messages of others. */
  get unread(): number {
    return this.seenSeq === undefined ? 0 : unreadSince(this.chat, this.seenSeq, this.me?.person);
  }

  /** The viewer has chosen how to see the video. */
  prefer(preferences: Preferences): void {
    this.preferences = preferences;
    this.apply({ type: 'held', ms: heldMs(preferences) });
  }

  /** Applies an event. */
  apply(event: WatchEvent): void {
    this.#facts = applyEvent(this.#facts, event, this.#nowMs());
  }

  /** Changes the chat. */
  applyChat(event: ChatEvent): void {
    this.chat = reduceChat(this.chat, event);
  }

  /** The viewer has seen the chat up to its newest message. */
  seen(): void {
    this.seenSeq = this.chat.lastSeq;
  }

  /** The message for a moderation action. */
  moderate(clientId: string, request: ModerationRequest): Moderate {
    return this.#moderation.ask(clientId, request);
  }

  /** Removes an expired notice. */
  expireNotice(): void {
    const { notice } = this.room;
    if (notice !== undefined && notice.untilMs <= this.#nowMs()) {
      this.room = { ...this.room, notice: undefined };
    }
  }

  /** Applies an event of the engine. */
  accept(event: EngineEvent): void {
    switch (event.type) {
      case 'connection':
        this.apply(event);
        if (event.state.kind === 'open') {
          this.#latency.reset();
          this.applyChat({ type: 'resumed' });
        }
        return;
      case 'message':
        return this.#onMessage(event.message);
      case 'frame':
        this.frame = event.frame;
        if (event.frame.latencyMs !== undefined) {
          this.#latency.add(event.frame.latencyMs);
        }
        return this.apply({ type: 'frame', latencyMs: this.latencyMs, captureUs: event.frame.captureUs });
      case 'mode':
        this.mode = event.mode;
        this.element = event.element;
        return;
      case 'unsupported':
      case 'damaged':
        return this.apply(event);
      case 'blocked':
        return this.apply({ type: 'paused', paused: true });
      case 'track':
        this.track = event.track;
        return this.apply({ type: 'frame_rate', fps: event.track.fps ?? 30 });
      case 'sound':
        this.sound = event.sound;
        return;
      case 'reception':
        this.reception = event.reception;
        return;
      case 'clocks':
        this.clocks = event.clocks;
        return;
      case 'counters':
        this.counters = event.counters;
        this.countersAtMs = this.#nowMs();
        this.reconnects = event.reconnects;
    }
  }

  #onMessage(message: ControlMessage): void {
    switch (message.type) {
      case 'welcome':
        this.#note(roleNote(this.room.role, message.role));
        this.title = message.title;
        this.relayVersion = message.relay;
        this.me = { person: message.person, name: message.name, token: message.token };
        this.camera = message.camera;
        this.mayRewind = message.features?.includes('rewind') ?? false;
        this.room = {
          ...this.room,
          role: message.role,
          silencedUntilMs: undefined,
          namedAtCamera: message.features?.includes('watching') ?? false,
        };
        this.head = { ...this.head, available: false, allowed: message.features?.includes('ptz') ?? false };
        return;
      case 'stream':
        return this.#streamed(message);
      case 'ptz_result':
        this.head = headAnswered(this.head, message, this.#nowMs());
        return;
      case 'tracks':
        this.tracks = message.tracks;
        return;
      case 'delivery':
        return this.apply(message);
      case 'viewers':
        this.viewers = message.count;
        return;
      case 'renamed':
        return this.#renamed(message.person, message.name);
      case 'rename_refused':
        this.renameRefusal = message.reason;
        return;
      case 'chat_refused':
        this.#refused(message.client_id, message.reason, message.retry_after_ms ?? 0);
        return this.applyChat(message);
      case 'chat_ready':
        this.seenSeq ??= message.last;
        return this.applyChat(message);
      case 'chat_mode':
        this.room = {
          ...this.room,
          slowSeconds: message.slow_seconds,
          links: message.links,
          note: message.note,
        };
        return;
      case 'chat_silenced':
        // The relay refuses the message first that was one too many; a moderator's timeout needs none.
        this.room = {
          ...this.room,
          silencedUntilMs: this.#pageMs(message.until),
          hasty: this.refusal?.reason === 'silenced',
        };
        return;
      case 'moderated':
        this.room = { ...this.room, notice: this.#moderation.answered(message, this.#nowMs()) };
        return;
      case 'chat':
      case 'chat_removed':
      case 'chat_restored':
      case 'chat_reactions':
      case 'chat_accepted':
        return this.applyChat(message);
    }
  }

  #streamed(message: Stream): void {
    this.recording = message.recording ?? false;
    if (message.state !== this.#facts.stream) {
      // A still shown while the camera was asleep is minutes old, and says nothing about what follows.
      this.#latency.reset();
    }
    this.head = { ...this.head, available: message.ptz ?? false };
    this.#note(streamNote(this.#facts, message, { nowMs: this.#nowMs(), nowUs: this.#nowUs() }));
    this.apply({
      type: 'stream',
      state: message.state,
      lastCaptureUs: message.last_capture,
      condition: message,
    });
  }

  #note(note: ChatEvent | undefined): void {
    if (note !== undefined) {
      this.applyChat(note);
    }
  }

  #renamed(person: string, name: string): void {
    if (this.me?.person === person) {
      this.me = { ...this.me, name };
      this.renameRefusal = undefined;
      this.applyChat({ type: 'note', text: WORDS.notes.youAre(name) });
    } else {
      this.#note(renameNote(this.chat.entries, person, name));
    }
  }

  #pageMs(relayUs: number | undefined): number | undefined {
    return relayUs === undefined
      ? undefined
      : this.#nowMs() + (relayUs - this.#nowUs() - (this.clocks.pageToRelayUs ?? 0)) / 1000;
  }

  #refused(clientId: string, reason: string, waitMs: number): void {
    const { text = '', replyTo } = this.chat.pending.find((line) => line.clientId === clientId) ?? {};
    this.refusal = { text, replyTo, reason, againAtMs: this.#nowMs() + waitMs };
  }
}
