import type { components } from '../../api/schema';
import { bytesWords, dateWords, sinceWords } from '../section/formats';

type Schemas = components['schemas'];
type Camera = Schemas['Camera'];

/** Something that wants the owner's attention; `place` is where the page says what to do. */
export interface Finding {
  readonly words: string;
  readonly todo: string;
  readonly place?: string;
}

/** How the relay and its cameras are, in a sentence and its reasons. */
export interface Assessment {
  readonly title: string;
  /** How many of the five panes are lit. */
  readonly panes: number;
  readonly findings: readonly Finding[];
}

const PANES = 5;
const DAY_MS = 86_400_000;
const CERTIFICATE_SOON_MS = 14 * DAY_MS;
const DISK_LOW = 0.1;
const MEMORY_HIGH = 0.92;

/** The assessment on all that is known. */
export function assess(
  cameras: readonly Camera[],
  status: Schemas['Status'],
  sample: Schemas['HealthSample'] | undefined,
  nowMs: number,
): Assessment {
  const joined = cameras.filter(({ state }) => state !== 'pending');
  const ofCameras = joined.flatMap((camera) => cameraFinding(camera, nowMs));
  const findings = [...serverFindings(status, sample, nowMs), ...ofCameras];
  const fine = joined.length - ofCameras.length;
  return {
    title: titleOf(joined.length, fine, findings.length - ofCameras.length),
    panes:
      joined.length === 0 ? (findings.length === 0 ? PANES : 0) : Math.floor((PANES * fine) / joined.length),
    findings,
  };
}

function titleOf(cameras: number, fine: number, others: number): string {
  if (cameras === 0) {
    return others === 0 ? 'The server is fine. It has no camera yet' : 'The server needs a look';
  }
  if (fine < cameras) {
    const bad = cameras - fine;
    return `${fine} of ${cameras} cameras ${fine === 1 ? 'is' : 'are'} fine, ${bad} ${bad === 1 ? 'needs' : 'need'} a look`;
  }
  const all = cameras === 1 ? 'The camera is fine' : `All ${cameras} cameras are fine`;
  return others === 0 ? all : `${all}, the server needs a look`;
}

function cameraFinding({ camera, title, state, uplink, seen_at }: Camera, nowMs: number): readonly Finding[] {
  const place = `camera/${camera}`;
  const todo = 'What to do';
  if (state === 'offline') {
    const since = seen_at === undefined ? '' : ` since ${sinceWords(seen_at, nowMs)}`;
    return [{ words: `${title} has been offline${since}.`, todo, place }];
  }
  if (state === 'failed') {
    return [{ words: `${title} is connected, but gives no picture.`, todo, place }];
  }
  if (state === 'live' && (uplink === 'slow' || uplink === 'poor')) {
    return [{ words: `${title}’s upload is slow; viewers get a smaller picture.`, todo, place }];
  }
  return [];
}

function serverFindings(
  { store_problem, gateway_problems = [], certificate }: Schemas['Status'],
  sample: Schemas['HealthSample'] | undefined,
  nowMs: number,
): readonly Finding[] {
  return [
    ...(store_problem === undefined
      ? []
      : [
          {
            words: `The server cannot store anything: ${store_problem}.`,
            todo: 'Viewing continues; chat messages and changes are refused until its disk can be written to again.',
          },
        ]),
    ...gateway_problems.map((problem) => ({
      words: problem,
      todo: 'The settings of the server name this gateway; other parts are not affected.',
    })),
    ...certificateFinding(certificate, nowMs),
    ...(sample === undefined ? [] : loadFindings(sample)),
  ];
}

function certificateFinding(
  { mode, not_after, problem }: Schemas['Status']['certificate'],
  nowMs: number,
): readonly Finding[] {
  if (problem !== undefined) {
    return [
      { words: `The certificate cannot be renewed: ${problem}`, todo: 'The server tries again by itself.' },
    ];
  }
  const ends = not_after !== undefined && not_after - nowMs < CERTIFICATE_SOON_MS;
  return ends && mode === 'files'
    ? [
        {
          words: `The certificate ends on ${dateWords(not_after)}.`,
          todo: 'Put the new one in place of its files; the server takes it up by itself.',
        },
      ]
    : [];
}

function loadFindings({ disk, disk_free, memory, memory_max }: Schemas['HealthSample']): readonly Finding[] {
  return [
    ...(disk > 0 && disk_free / disk < DISK_LOW
      ? [
          {
            words: `The disk is nearly full: ${bytesWords(disk_free)} left.`,
            todo: 'Remove what the computer does not need. A full disk stops chat and changes, not the video.',
          },
        ]
      : []),
    ...(memory_max > 0 && memory / memory_max > MEMORY_HIGH
      ? [
          {
            words: 'The server’s memory is nearly used up.',
            todo: 'Fewer viewers or gateways, or a larger computer, give it room again.',
          },
        ]
      : []),
  ];
}
