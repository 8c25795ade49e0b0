import type { WatchModel } from '../../state/watch-model';
import { dateFormat } from '../../words/words';
import { type StateWords, wordsFor } from './state-words';

const clock = dateFormat({ timeStyle: 'medium' });
const dayAndClock = dateFormat({
  weekday: 'long',
  hour: 'numeric',
  minute: '2-digit',
});

/** The texts of the current state of `model`. */
export function wordsNow(model: Pick<WatchModel, 'state'>): StateWords {
  return wordsFor(model.state, {
    nowMs: performance.now(),
    wallUs: Date.now() * 1000,
    timeOfDay: (us) => clock(us / 1000),
    dayAndTime: (us) => dayAndClock(us / 1000),
  });
}
