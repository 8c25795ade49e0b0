import type { WatchModel } from '../../state/watch-model';
import { Announcer } from './announcer';
import { wordsNow } from './stage-element';
import { type Announcement, deliveryAnnouncement, deliveryWords, uplinkWords } from './state-words';

/** Announces the page's state and a slow connection to screen readers, one at a time. */
export class StateAnnouncer {
  readonly #state = new Announcer();
  readonly #delivery = new Announcer();

  /** The announcement that is due now, if any. */
  next(model: WatchModel, nowMs: number): Announcement | undefined {
    const announcement = this.#state.next(model.state.name, wordsNow(model).announcement, nowMs);
    if (announcement !== undefined) {
      return announcement;
    }
    const words = deliveryWords(model.delivery, model.preferences.quality) ?? uplinkWords(model.uplink);
    return this.#delivery.next(words ?? '', deliveryAnnouncement(words), nowMs);
  }
}
