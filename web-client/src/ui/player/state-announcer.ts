import type { WatchModel } from '../../state/watch-model';
import { Announcer } from './announcer';
import { wordsNow } from './stage-element';
import { type Announcement, deliveryAnnouncement, deliveryWords } from './state-words';

/** Tells a screen reader of the page's state and of a slow connection, one thing at a time. */
export class StateVoice {
  readonly #state = new Announcer();
  readonly #delivery = new Announcer();

  /** What to say now, if anything. */
  next(model: WatchModel, nowMs: number): Announcement | undefined {
    const said = this.#state.next(model.state.name, wordsNow(model).announcement, nowMs);
    if (said !== undefined) {
      return said;
    }
    const words = deliveryWords(model.delivery, model.wishes.quality);
    return this.#delivery.next(words ?? '', deliveryAnnouncement(words), nowMs);
  }
}
