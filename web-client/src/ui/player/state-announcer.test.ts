import { expect, it } from 'vitest';
import { WatchModel } from '../../state/watch-model';
import { StateAnnouncer } from './state-announcer';

const LONG_MS = 60_000;

function connectingModel(): WatchModel {
  return new WatchModel(
    () => LONG_MS,
    () => 0,
    true,
  );
}

it('announces what the viewer has changed before what is due anyway, and that after it', () => {
  const model = connectingModel();
  const announcer = new StateAnnouncer();
  announcer.update(model, 0);
  announcer.say('Volume 90 %');
  announcer.update(model, LONG_MS);
  expect(announcer.spoken).toEqual({ polite: 'Volume 90 %', assertive: '' });
  announcer.update(model, LONG_MS);
  expect(announcer.spoken.polite).toBe('Connecting');
});
