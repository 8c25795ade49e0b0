import type { SoundStatus } from '../../engine/sound-status';

/** One row of the statistics. */
export type StatsRow = readonly [label: string, value: string];

const TOLERATED_MS = 1;

/** The rows about the sound; a camera without sound has one. */
export function soundRows({ codec, problem, on, stats }: SoundStatus): readonly StatsRow[] {
  if (codec === undefined) {
    return [['Sound', 'none']];
  }
  const state = problem ?? (on ? 'on' : 'muted');
  return [
    ['Sound', `${codec}, ${state}`],
    ...(stats === undefined
      ? []
      : ([
          ['Sound buffer', `${Math.round(stats.bufferedMs)} ms, ran out ${timesWords(stats.underruns)}`],
          ['Sound dropped', `${Math.round(stats.skippedMs)} ms`],
          ['Sound level', levelWords(stats.level)],
          ['Video against sound', skewWords(stats.skewMs)],
        ] as const)),
  ];
}

function timesWords(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

function levelWords(level: number): string {
  return level < 0.00001 ? 'silent' : `${Math.round(20 * Math.log10(level))} dBFS`;
}

function skewWords(skewMs: number | undefined): string {
  if (skewMs === undefined) {
    return '–';
  }
  const ms = Math.abs(Math.round(skewMs));
  return ms < TOLERATED_MS ? '0 ms' : `${ms} ms ${skewMs > 0 ? 'early' : 'late'}`;
}
