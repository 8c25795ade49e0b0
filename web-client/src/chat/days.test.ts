import { expect, it } from 'vitest';
import type { ChatEntry } from './chat-log';
import { newDays } from './days';

const US_A_DAY = 86_400_000_000;
const NOON_US = new Date(2026, 10, 30, 12).getTime() * 1000;

const line = (time: number): ChatEntry => ({
  kind: 'line',
  seq: 1,
  time,
  person: 'p',
  name: 'Ada',
  text: 'hello',
});

it('names a day where it begins, and the day of the reader only behind another one', () => {
  const yesterday = NOON_US - US_A_DAY;
  const note: ChatEntry = { kind: 'note', seq: 1, id: 0, text: 'a note' };
  expect(newDays([line(NOON_US), line(NOON_US + 1)], NOON_US)).toEqual([undefined, undefined]);
  expect(newDays([line(yesterday), note, line(yesterday), line(NOON_US)], NOON_US)).toEqual([
    yesterday,
    undefined,
    undefined,
    NOON_US,
  ]);
});
