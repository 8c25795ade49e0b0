import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NarrowLink } from './narrow-link.ts';
import { eventually } from './processes.ts';
import type { Stack } from './stack.ts';
import { expect, test } from './stack-test.ts';

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Adds a recorded camera whose agent reaches the relay by a link. */
async function recordedBehind(stack: Stack, link: NarrowLink): Promise<void> {
  const port = await link.open();
  const { join: address } = (await stack.call('POST', '/cameras', {
    camera: 'front',
    host: 'localhost',
  })) as {
    join: string;
  };
  await stack.call('PATCH', '/cameras/front', { record: 'always' });
  await stack.join(address.replace(`:${stack.tlsPort}/`, `:${port}/`));
}

async function spans(stack: Stack): Promise<readonly Span[]> {
  return ((await stack.call('GET', '/cameras/front/recording')) as { spans: Span[] }).spans;
}

async function state(stack: Stack): Promise<string> {
  return ((await stack.call('GET', '/cameras/front')) as { state: string }).state;
}

/** Times of the frames of a download, in seconds. */
async function frameTimes(stack: Stack): Promise<readonly number[]> {
  const { urls } = (await stack.call('POST', '/cameras/front/links', {
    can: 'watch',
    rewind_ms: 3_600_000,
  })) as {
    urls: string[];
  };
  const answer = await fetch(`${stack.page('/c/front/recording.mp4')}?key=${urls[0]?.split('#')[1]}`);
  const file = join(mkdtempSync(join(tmpdir(), 'fanlight-e2e-')), 'recording.mp4');
  writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
  const probed = spawnSync(
    'ffprobe',
    ['-v', 'error', '-select_streams', 'v', '-show_entries', 'packet=pts_time', '-of', 'csv=p=0', file],
    { encoding: 'utf8' },
  );
  expect(probed.stderr).toBe('');
  return probed.stdout.split('\n').flatMap((line) => (line === '' ? [] : Number.parseFloat(line)));
}

test('what an agent could not send while its network was away closes the gap in its recording afterwards', async ({
  bareStack: stack,
}) => {
  const link = new NarrowLink(stack.tlsPort);
  try {
    await recordedBehind(stack, link);
    await eventually(
      'something is recorded',
      async () => {
        const [span] = await spans(stack);
        return span !== undefined && span.to - span.from > 6_000;
      },
      60,
    );
    link.cut();
    const begun = Date.now();
    await eventually('the camera is offline', async () => (await state(stack)) === 'offline');
    await eventually('time has passed', async () => Date.now() - begun > 6_000);
    link.heal();
    const healed = Date.now();
    await eventually('it is live again', async () => (await state(stack)) === 'live', 60);
    await eventually(
      'the recording has no gap',
      async () => {
        const all = await spans(stack);
        return all.length === 1 && (all[0]?.to ?? 0) > healed + 4_000;
      },
      60,
    );
    // What was brought can be decoded together with what came live.
    expect((await frameTimes(stack)).length).toBeGreaterThan(0);
  } finally {
    link.close();
  }
});
