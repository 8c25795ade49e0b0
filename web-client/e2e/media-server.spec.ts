import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { GUARD_SECONDS } from './guards.ts';
import { eventually, freePort, listens, Program, RELAY_JAR } from './processes.ts';
import { callRelay, newPublishKey } from './relay-api.ts';
import { expect, test } from './stack-test.ts';

const run = promisify(execFile);
const PEERS = new URL('../../deploy/bench/node', import.meta.url).pathname;
/** Not all of what a player reads first is decoded before it has what it needs. */
const FRAMES = 30;

let folder: string;
let clip: string;
const children: ChildProcess[] = [];

test.beforeAll(async () => {
  test.setTimeout(GUARD_SECONDS.start * 4000);
  if (!existsSync(join(PEERS, 'node_modules/.package-lock.json'))) {
    await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: PEERS });
  }
  folder = mkdtempSync(join(tmpdir(), 'fanlight-e2e-'));
  clip = join(folder, 'clip.flv');
  const input = ['-f', 'lavfi', '-i', 'testsrc2=s=320x240:r=25', '-f', 'lavfi', '-i', 'sine=440'];
  const video = ['-c:v', 'libx264', '-preset', 'ultrafast', '-bf', '0', '-g', '25', '-pix_fmt', 'yuv420p'];
  execFileSync('ffmpeg', ['-v', 'error', ...input, '-t', '20', ...video, '-c:a', 'aac', clip]);
});

test.afterAll(async () => {
  for (const child of children) {
    const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
    child.kill();
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
});

const start = (command: string, args: readonly string[]): void => {
  children.push(spawn(command, args, { stdio: 'ignore' }));
};

const hashes = async (input: string, frames: number): Promise<string[]> => {
  const limit = frames > 0 ? ['-frames:v', `${frames}`] : [];
  const decoded = ['-map', '0:v', '-fps_mode', 'passthrough', ...limit, '-f', 'framehash', '-hash', 'md5'];
  const { stdout } = await run('ffmpeg', ['-nostdin', '-v', 'error', '-i', input, ...decoded, '-'], {
    timeout: GUARD_SECONDS.condition * 1000,
  });
  return stdout
    .split('\n')
    .filter((line) => line.startsWith('0,'))
    .map((line) => line.split(',').at(-1)?.trim() ?? '');
};

test('what FFmpeg sends by RTMP arrives at node-media-server frame by frame, which plays it by HTTP-FLV', async () => {
  const [tls, plain, rtmp] = [await freePort(), await freePort(), await freePort()];
  const [serverRtmp, serverHttp] = [await freePort(), await freePort()];
  start('node', [
    join(PEERS, 'media-server.mjs'),
    '--port',
    `${serverHttp}`,
    '--ingest-port',
    `${serverRtmp}`,
  ]);
  await eventually('node-media-server listens', () => listens(serverRtmp), GUARD_SECONDS.start);
  const state = join(folder, 'relay');
  const settings = {
    'http.port': tls,
    'http.plain_port': plain,
    'gateways.rtmp.port': rtmp,
    'gateways.flv.type': 'http_flv',
    'gateways.out.type': 'push',
    'gateways.out.camera': 'yard',
    'gateways.out.target': `rtmp://127.0.0.1:${serverRtmp}/live`,
    'gateways.out.key': 'streamkey',
    'gateways.out.networks': '127.0.0.0/8',
  };
  const pairs = Object.entries(settings).flatMap(([name, value]) => ['--set', `${name}=${value}`]);
  const relay = new Program([RELAY_JAR, 'serve', '--state', state, ...pairs]);
  try {
    relay.start();
    await eventually('the relay is ready', () => relay.output.includes('Ready on port'), GUARD_SECONDS.start);
    const key = await newPublishKey(state, 'yard');
    start('ffmpeg', [
      ...['-nostdin', '-v', 'error', '-re', '-stream_loop', '-1', '-i', clip],
      ...['-c', 'copy', '-f', 'flv', `rtmp://127.0.0.1:${rtmp}/live/${key}`],
    ]);
    await eventually('it is pushed on', async () => {
      const { pushes } = (await callRelay(state, 'GET', '/cameras/yard')) as { pushes?: { state: string }[] };
      return pushes?.[0]?.state === 'live';
    });
    const source = new Set(await hashes(clip, 0));
    const played = await hashes(`http://127.0.0.1:${serverHttp}/live/streamkey.flv`, FRAMES);
    expect(played).toHaveLength(FRAMES);
    expect(played.filter((hash) => !source.has(hash))).toEqual([]);
  } finally {
    await relay.stop();
  }
});
