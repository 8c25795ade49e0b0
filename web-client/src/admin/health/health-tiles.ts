import type { components } from '../../api/schema';
import { percentWords, rateWords } from '../section/formats';
import type { GraphTile, Point } from './graph';

type Sample = components['schemas']['HealthSample'];

const LEAST_BITS = 200_000;
const LEAST_AGE_MS = 1000;

/** The graphs of the last hour. */
export function healthTiles(history: readonly Sample[]): readonly GraphTile[] {
  const last = history.at(-1);
  const of = (read: (sample: Sample) => number | undefined): readonly Point[] =>
    history.flatMap((sample) => {
      const value = read(sample);
      return value === undefined ? [] : [{ timeMs: sample.time, value }];
    });
  const viewers = of((sample) => sample.viewers);
  const cpu = of((sample) => sample.cpu);
  return [
    {
      title: 'People watching',
      now: String(last?.viewers ?? 0),
      more: `most in this hour ${most(viewers)}`,
      points: viewers,
      least: 4,
    },
    rate(
      'Sent',
      last?.bits_out,
      of((sample) => sample.bits_out),
    ),
    rate(
      'Received from cameras',
      last?.bits_in,
      of((sample) => sample.bits_in),
    ),
    {
      title: 'Age of the newest picture',
      now: ageWords(last?.frame_age_ms),
      more: last?.frame_age_ms === undefined ? 'no camera is live' : 'of the slowest live camera',
      points: of((sample) => sample.frame_age_ms),
      least: LEAST_AGE_MS,
    },
    {
      title: 'Processor',
      now: last?.cpu === undefined ? '–' : percentWords(last.cpu),
      more: `most in this hour ${percentWords(most(cpu))}`,
      points: cpu,
      least: 0.2,
    },
    memoryTile(
      last,
      of((sample) => sample.memory / Math.max(1, sample.memory_max)),
    ),
  ];
}

function rate(title: string, now: number | undefined, points: readonly Point[]): GraphTile {
  const [value = '0', unit = ''] = rateWords(now ?? 0).split(' ', 2);
  return { title, now: value, more: `${unit} · most ${rateWords(most(points))}`, points, least: LEAST_BITS };
}

function memoryTile(last: Sample | undefined, points: readonly Point[]): GraphTile {
  const part = last === undefined ? 0 : last.memory / Math.max(1, last.memory_max);
  return { title: 'Memory', now: percentWords(part), more: 'of what it may use', points, least: 0.4 };
}

function ageWords(ms: number | undefined): string {
  return ms === undefined ? '–' : `${(ms / 1000).toFixed(1)} s`;
}

function most(points: readonly Point[]): number {
  return Math.max(0, ...points.map(({ value }) => value));
}
