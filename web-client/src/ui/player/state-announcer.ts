import type { WatchModel } from '../../state/watch-model';
import { Announcer } from './announcer';
import { type Announcement, deliveryAnnouncement, deliveryWords, uplinkWords } from './state-words';
import { wordsNow } from './words-now';

/** What screen readers say, by urgency; at most one of both. */
export type Spoken = Readonly<Record<Announcement['urgency'], string>>;

const SILENCE: Spoken = { polite: '', assertive: '' };

/** Announces the page's state, a slow connection and what the viewer changed to screen readers, one at a time. */
export class StateAnnouncer {
  readonly #state = new Announcer();
  readonly #delivery = new Announcer();
  #spoken = SILENCE;
  #said = false;

  /** The newest announcement. */
  get spoken(): Spoken {
    return this.#spoken;
  }

  /** Makes the announcement that is due now, if any; what {@link say} has announced since the last call is not replaced. */
  update(model: WatchModel, nowMs: number): void {
    if (this.#said) {
      this.#said = false;
      return;
    }
    const due = this.#due(model, nowMs);
    if (due !== undefined) {
      this.#spoken = { ...SILENCE, [due.urgency]: due.text };
    }
  }

  /** Announces what the viewer has just changed. */
  say(text: string): void {
    this.#spoken = { ...SILENCE, polite: text };
    this.#said = true;
  }

  #due(model: WatchModel, nowMs: number): Announcement | undefined {
    const announcement = this.#state.next(model.state.name, wordsNow(model).announcement, nowMs);
    if (announcement !== undefined) {
      return announcement;
    }
    const words = deliveryWords(model.delivery, model.preferences.quality) ?? uplinkWords(model.uplink);
    return this.#delivery.next(words ?? '', deliveryAnnouncement(words), nowMs);
  }
}
