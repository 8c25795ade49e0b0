import { newMediaSource } from '../engine/media-source';
import { WORDS } from '../words/words';
import type { Group, RecordingSource } from './recording-source';

/** How much is fetched ahead, in seconds of the recording at single speed. */
const AHEAD_S = 12;

/** How much is kept behind the moment that is shown. */
const BEHIND_S = 30;

/** How far before a moment its key frame is sought. */
const LEAD_MS = 16_000;

/** Groups are listed for so long at once. */
const LIST_MS = 300_000;

/** More are listed when so few are left, and no more often. */
const FEW_GROUPS = 5;
const LIST_PAUSE_MS = 1_000;

const ROUND_MS = 200;
const GAP_S = 0.3;

/** What a player reports. */
export interface RewindListener {
  /** Nothing more can be played from here. */
  onFailed(message: string): void;
}

/** Plays what was recorded in a video element of its own, from any moment on. */
export class RewindPlayer {
  readonly video: HTMLVideoElement;
  readonly #source: RecordingSource;
  readonly #baseUs: number;
  readonly #listener: RewindListener;
  readonly #media = newMediaSource();
  readonly #url: string;
  readonly #timer: ReturnType<typeof setInterval>;
  #buffer: SourceBuffer | undefined;
  #codecs = '';
  #file: number | undefined;
  #waiting: Group[] = [];
  #newestUs = 0;
  #listedAtMs = 0;
  /** Whether nothing was listed last time, so that what is next may be any time later. */
  #endOfList = false;
  #turn = 0;
  #busy = false;
  #release = () => {};
  #closed = false;

  /** `baseMs` is before all that will be shown. */
  constructor(source: RecordingSource, baseMs: number, video: HTMLVideoElement, listener: RewindListener) {
    this.#source = source;
    this.#baseUs = Math.floor(baseMs) * 1000;
    this.#listener = listener;
    this.video = video;
    this.#url = URL.createObjectURL(this.#media);
    video.disableRemotePlayback = true;
    video.src = this.#url;
    this.#timer = setInterval(() => void this.#pump(), ROUND_MS);
    video.addEventListener('timeupdate', () => void this.#pump());
  }

  /** The moment that is shown, milliseconds since 1970. */
  get atMs(): number {
    return this.#baseUs / 1000 + this.video.currentTime * 1000;
  }

  /** Shows another moment, and goes on from there. */
  async seek(ms: number): Promise<void> {
    const turn = ++this.#turn;
    this.#waiting = [];
    await this.#opened();
    const groups = await this.#source.groups(ms - LEAD_MS, ms + LIST_MS);
    if (turn !== this.#turn || this.#closed) {
      return;
    }
    const first = beginning(groups, ms * 1000);
    const group = groups[first];
    if (group === undefined) {
      this.#listener.onFailed(WORDS.recording.nothingThen);
      return;
    }
    this.#waiting = groups.slice(first);
    this.#newestUs = groups.at(-1)?.at ?? 0;
    this.#listedAtMs = performance.now();
    this.#endOfList = false;
    this.#file = undefined;
    this.video.currentTime = Math.max(ms * 1000, group.at) / 1e6 - this.#baseUs / 1e6;
    void this.#pump();
  }

  /** Stops, and gives everything back. */
  close(): void {
    this.#closed = true;
    this.#release();
    clearInterval(this.#timer);
    this.video.removeAttribute('src');
    this.video.load();
    URL.revokeObjectURL(this.#url);
  }

  async #opened(): Promise<void> {
    if (this.#media.readyState !== 'open') {
      await new Promise<void>((done) => {
        this.#release = done;
        this.#media.addEventListener('sourceopen', () => done(), { once: true });
      });
    }
    if (this.#media.readyState === 'open') {
      this.#media.duration = Number.POSITIVE_INFINITY;
    }
  }

  async #pump(): Promise<void> {
    if (this.#busy || this.#closed) {
      return;
    }
    this.#busy = true;
    try {
      this.#leaveGap();
      await this.#listMore();
      while (!this.#closed && this.#wantsMore()) {
        await this.#appendNext();
      }
    } catch (error) {
      this.#closed ||
        this.#listener.onFailed(error instanceof RangeError ? error.message : WORDS.recording.unplayable);
    } finally {
      this.#busy = false;
    }
  }

  #wantsMore(): boolean {
    const group = this.#waiting[0];
    const { buffered, currentTime, playbackRate } = this.video;
    const aheadS = AHEAD_S * Math.max(1, playbackRate);
    return group !== undefined && isWanted((group.at - this.#baseUs) / 1e6, currentTime, aheadS, buffered);
  }

  async #appendNext(): Promise<void> {
    const turn = this.#turn;
    const group = this.#waiting.shift();
    if (group === undefined) {
      return;
    }
    const init = group.file === this.#file ? undefined : await this.#source.init(group.file);
    const bytes = await this.#source.group(group, this.#baseUs);
    if (turn !== this.#turn || this.#closed) {
      return;
    }
    const buffer = await this.#bufferFor(group.codecs);
    if (init !== undefined) {
      await appended(buffer, init);
      this.#file = group.file;
    }
    await appended(buffer, bytes);
    await this.#trim(buffer);
  }

  /** Looks for what comes after the newest group that is known, which may be recorded only now. */
  async #listMore(): Promise<void> {
    const turn = this.#turn;
    const due = performance.now() - this.#listedAtMs > LIST_PAUSE_MS;
    if (this.#newestUs === 0 || this.#waiting.length > FEW_GROUPS || !due) {
      return;
    }
    this.#listedAtMs = performance.now();
    const fromMs = this.#newestUs / 1000;
    const untilMs = this.#endOfList ? undefined : fromMs + LIST_MS;
    const more = await this.#source.groups(fromMs, untilMs);
    if (turn === this.#turn) {
      const newer = more.filter((group) => group.at > this.#newestUs);
      this.#waiting.push(...newer);
      this.#newestUs = newer.at(-1)?.at ?? this.#newestUs;
      this.#endOfList = newer.length === 0;
    }
  }

  async #bufferFor(codecs: string): Promise<SourceBuffer> {
    const mime = `video/mp4; codecs="${codecs}"`;
    if (this.#buffer === undefined) {
      this.#buffer = this.#media.addSourceBuffer(mime);
    } else if (codecs !== this.#codecs) {
      this.#buffer.changeType(mime);
    }
    this.#codecs = codecs;
    return this.#buffer;
  }

  async #trim(buffer: SourceBuffer): Promise<void> {
    const until = this.video.currentTime - BEHIND_S;
    if (buffer.buffered.length > 0 && buffer.buffered.start(0) < until - BEHIND_S) {
      const done = new Promise((end) => buffer.addEventListener('updateend', end, { once: true }));
      buffer.remove(0, until);
      await done;
    }
  }

  /** Where nothing was recorded, the next that was is shown. */
  #leaveGap(): void {
    const { buffered, currentTime } = this.video;
    for (let i = 0; i < buffered.length; i++) {
      const inside = currentTime >= buffered.start(i) - GAP_S && currentTime < buffered.end(i) - 0.05;
      if (inside) {
        if (currentTime < buffered.start(i)) {
          this.video.currentTime = buffered.start(i);
        }
        return;
      }
      if (buffered.start(i) > currentTime && !this.video.seeking) {
        this.video.currentTime = buffered.start(i);
        return;
      }
    }
  }
}

/** Whether what begins at a time is to be fetched: it is near, or the next of all, as behind a gap. Times are of the video, in seconds. */
export function isWanted(atS: number, nowS: number, aheadS: number, buffered: TimeRanges): boolean {
  if (atS < nowS + aheadS) {
    return true;
  }
  for (let i = 0; i < buffered.length; i++) {
    if (buffered.end(i) > nowS + GAP_S) {
      return false;
    }
  }
  return true;
}

/** The index of the group with which a moment can be shown. */
export function beginning(groups: readonly Group[], us: number): number {
  const before = groups.findLastIndex((group) => group.key && group.at <= us && coversOn(groups, group, us));
  return before >= 0 ? before : groups.findIndex((group) => group.key && group.at + group.lasts > us);
}

/** Whether something that follows from this group is shown at that moment. */
function coversOn(groups: readonly Group[], key: Group, us: number): boolean {
  return groups.some((group) => group.at >= key.at && group.at <= us && group.at + group.lasts > us);
}

function appended(buffer: SourceBuffer, bytes: ArrayBuffer): Promise<void> {
  return new Promise((done, failed) => {
    const end = new AbortController();
    const over = (act: () => void) => () => {
      end.abort();
      act();
    };
    buffer.addEventListener('updateend', over(done), { signal: end.signal });
    buffer.addEventListener(
      'error',
      over(() => failed(new Error('not playable'))),
      { signal: end.signal },
    );
    buffer.appendBuffer(bytes);
  });
}
