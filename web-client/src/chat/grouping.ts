import type { ChatEntry } from './chat-log';

const WITHIN_US = 40_000_000;
const MOST_IN_GROUP = 5;

/** For each entry whether it continues its author's group: same person, within 40 s, at most five messages. */
export function continuesGroup(entries: readonly ChatEntry[]): readonly boolean[] {
  let run = 0;
  return entries.map((entry, index) => {
    const before = entries[index - 1];
    const follows =
      entry.kind === 'line' &&
      before?.kind === 'line' &&
      entry.person === before.person &&
      entry.name === before.name &&
      entry.badge === before.badge &&
      entry.reply_to === undefined &&
      entry.time - before.time < WITHIN_US &&
      run < MOST_IN_GROUP;
    run = follows ? run + 1 : 1;
    return follows;
  });
}
