import { describe, expect, it } from 'vitest';
import type { components } from '../../api/schema';
import { assess } from './assessment';
import { auditKind } from './audit-words';
import { graphLine } from './graph';
import { healthTiles } from './health-tiles';

type Schemas = components['schemas'];

const camera = (name: string, state: Schemas['CameraState'], uplink?: 'slow'): Schemas['Camera'] => ({
  camera: name,
  title: `The ${name}`,
  state,
  viewers: 0,
  visibility: 'private',
  visitors_can: 'watch',
  paused: false,
  preview: false,
  transcode: false,
  record: 'never',
  created_at: 0,
  ...(uplink !== undefined && { uplink }),
});

const STATUS: Schemas['Status'] = {
  version: '1',
  uptime_ms: 1,
  cameras_online: 0,
  cameras_slow: 0,
  viewers: 0,
  frames_in: 0,
  frames_out: 0,
  frames_dropped: 0,
  bytes_in: 0,
  bytes_out: 0,
  alerts: 0,
  certificate: { mode: 'own' },
};

const SAMPLE: Schemas['HealthSample'] = {
  time: 0,
  viewers: 3,
  cameras_live: 1,
  bits_in: 1_200_000,
  bits_out: 3_600_000,
  memory: 1,
  memory_max: 4,
  disk_free: 5,
  disk: 10,
};

describe('the assessment of the health', () => {
  it('counts cameras that sleep or are paused as fine, and leaves out those that never joined', () => {
    const { title, panes, findings } = assess(
      [camera('nest', 'live'), camera('hall', 'asleep'), camera('yard', 'paused'), camera('new', 'pending')],
      STATUS,
      SAMPLE,
      0,
    );
    expect([title, panes, findings]).toEqual(['All 3 cameras are fine', 5, []]);
  });

  it('names what needs a look, and lights a pane for each part that is fine', () => {
    const { title, panes, findings } = assess(
      [
        camera('nest', 'offline'),
        camera('hall', 'live', 'slow'),
        camera('a', 'live'),
        camera('b', 'live'),
        camera('c', 'live'),
      ],
      STATUS,
      SAMPLE,
      0,
    );
    expect([title, panes]).toEqual(['3 of 5 cameras are fine, 2 need a look', 3]);
    expect(findings.map(({ place }) => place)).toEqual(['camera/nest', 'camera/hall']);
  });

  it('says what is wrong with the server', () => {
    const { title, findings } = assess(
      [],
      { ...STATUS, store_problem: 'the disk is full' },
      { ...SAMPLE, disk_free: 0 },
      0,
    );
    expect(title).toBe('The server needs a look');
    expect(findings.map(({ words }) => words)).toEqual([
      'The server cannot store anything: the disk is full.',
      'The disk is nearly full: 0 kB left.',
    ]);
  });
});

describe('a small graph', () => {
  it('runs from the left edge, an hour ago, to the right one, now', () => {
    const points = [0, 30, 60].map((minutes) => ({ timeMs: minutes * 60_000, value: minutes }));
    expect(graphLine(points, 3_600_000, 3_600_000, 1)).toMatch(/^0\.0 64\.0L120\.0 [\d.]+L240\.0 [\d.]+$/);
    expect(graphLine([], 0, 1, 1)).toBe('');
  });

  it('shows the value now above it', () => {
    const tiles = healthTiles([SAMPLE, { ...SAMPLE, time: 10_000, viewers: 2, frame_age_ms: 620 }]);
    expect(tiles.map(({ title, now }) => `${title} ${now}`)).toEqual([
      'People watching 2',
      'Sent 3.6',
      'Received from cameras 1.2',
      'Age of the newest picture 0.6 s',
      'Processor –',
      'Memory 25 %',
    ]);
  });
});

describe('an entry of the log', () => {
  it('is about a camera, a link, people, or the owner', () => {
    const kinds = ['camera.pause', 'link.create', 'viewer.disconnect', 'owner.sign_in', 'store.failed'];
    expect(kinds.map((act) => auditKind({ act }))).toEqual(['camera', 'link', 'chat', 'owner', 'other']);
  });
});
