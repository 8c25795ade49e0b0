import type { WatchModel } from '../../state/watch-model';
import { type StateWords, wordsFor } from './state-words';

const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });
const dayAndClock = new Intl.DateTimeFormat(undefined, {
  weekday: 'long',
  hour: 'numeric',
  minute: '2-digit',
});

/** The texts of the current state of `model`. */
export function wordsNow(model: Pick<WatchModel, 'state'>): StateWords {
  return wordsFor(model.state, {
    nowMs: performance.now(),
    wallUs: Date.now() * 1000,
    timeOfDay: (us) => clock.format(us / 1000),
    dayAndTime: (us) => dayAndClock.format(us / 1000),
  });
}
