import { Guest, type Holdings, PATIENCE_SECONDS, type UsbFormat } from './guest.ts';
import { eventually } from './processes.ts';
import type { Stack } from './stack.ts';
import { test as base, expect } from './stack-test.ts';
import { WatchPage } from './watch-page.ts';

const SMALL = ['camera.width=320', 'camera.height=180', 'camera.fps=10', 'low.enabled=false'];
/** What the issue of the rig allows from the unplugging to the page that says so. */
const MOST_SECONDS_TO_SAY_SO = 3;
/** Each format twice, so that like is compared with like. */
const REPLUGS: readonly UsbFormat[] = ['yuyv', 'h264', 'mjpeg', 'yuyv', 'h264', 'mjpeg'];
const FORMATS = new Set(REPLUGS).size;
const WAY: Readonly<Record<UsbFormat, string>> = {
  mjpeg: 'encoded here',
  yuyv: 'Rig_USB_camera',
  h264: 'passed through',
};

interface CameraList {
  readonly name: string;
  readonly source: string;
  readonly formats: readonly {
    readonly format: string;
    readonly use: string;
    readonly sizes: readonly { readonly pixels: string; readonly fps: readonly number[] }[];
  }[];
  readonly controls: readonly {
    readonly name: string;
    readonly min: number;
    readonly max: number;
    readonly value: number;
  }[];
}

/** What was measured between two cameras. */
interface Round {
  readonly format: UsbFormat;
  /** Seconds until the page said that there is no video. */
  readonly gone: number;
  /** Seconds from the link of the camera to a frame on the page. */
  readonly back: number;
  readonly agent: Holdings;
  readonly camera: Holdings;
}

const test = base.extend<{ readonly guest: Guest }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from this pattern which fixtures are needed.
  guest: async ({}, use) => {
    const guest = new Guest();
    await use(guest);
    await guest.clear();
  },
});

/** Lets the guest's agent publish that source to the stack's relay. */
async function connect(
  guest: Guest,
  stack: Stack,
  source: string,
  settings: readonly string[],
): Promise<void> {
  const set = [...SMALL, ...settings].flatMap((pair) => ['--set', pair]);
  await guest.startAgent(await stack.pair(), '--source', source, ...set);
  // The relay is asked: each question to the guest costs its processor half a second.
  await eventually('connected', async () => (await stack.cameraState()) === 'asleep', PATIENCE_SECONDS.java);
}

test('the formats and controls of a V4L2 camera are listed as its driver has them', async ({ guest }) => {
  const [camera] = JSON.parse(await guest.agent('cameras', '--formats', '-o', 'json')) as CameraList[];
  expect(camera?.source).toBe(guest.camera);
  const formats = await guest.run(`v4l2-ctl -d0 --list-formats | sed -nE "s/.*: '(.*[^ ]) *' .*/\\1/p"`);
  expect(camera?.formats.map(({ format }) => format)).toEqual(formats.split('\n'));
  const sizes = await guest.run("v4l2-ctl -d0 --list-framesizes YUYV | grep -oE '[0-9]+x[0-9]+'");
  const yuyv = camera?.formats.find(({ format }) => format === 'YUYV');
  expect(yuyv?.use).toBe('encoded');
  expect(yuyv?.sizes.map(({ pixels }) => pixels)).toEqual(sizes.split('\n'));
  expect(yuyv?.sizes.every(({ fps }) => fps.length > 0)).toBe(true);
  const brightness = camera?.controls.find(({ name }) => name === 'brightness');
  expect(brightness).toMatchObject({ min: 0, max: 255 });
});

test('video and sound of a V4L2 camera and a microphone reach the page', async ({
  guest,
  bareStack: stack,
  context,
}) => {
  await guest.playTone();
  await connect(guest, stack, guest.camera, [
    `camera.audio=${guest.microphone}`,
    // Video that moves, and one control that the camera does not have.
    'camera.controls=horizontal_movement=6,warp=9',
  ]);
  const watch = await WatchPage.open(context, stack.url());
  await watch.expectState('live');
  expect(await guest.run('v4l2-ctl -d0 -C horizontal_movement')).toContain('6');
  expect(await guest.agentOutput()).toContain('it has no warp');

  const stripe = async () => JSON.stringify(await watch.colours([[0.3, 0.5]]));
  const before = await stripe();
  await watch.moreFrames(30, PATIENCE_SECONDS.java);
  await eventually('the video moves', async () => (await stripe()) !== before);

  await watch.page.getByRole('button', { name: 'Tap to unmute' }).click();
  expect(await watch.statistic('Sound')).toBe('opus, on');
  const level = async () => Number.parseFloat(await watch.statistic('Sound level'));
  await eventually('the tone is heard', async () => (await level()) > -30);
  console.log(
    `\nV4L2 camera with sound: level ${await level()} dBFS, buffer ${await watch.statistic('Sound buffer')}`,
  );
  await watch.page.screenshot({ path: '../target/rig/picture.png' });
});

test('a USB camera may be unplugged, and come back with another format', async ({
  guest,
  bareStack: stack,
  context,
}) => {
  await guest.plugIn('mjpeg');
  await connect(guest, stack, guest.usbCamera, []);
  const watch = await WatchPage.open(context, stack.url());
  await watch.expectState('live');
  const rounds: Round[] = [];
  console.log(`\n${TITLES}`);
  for (const format of REPLUGS) {
    const round = await replug(guest, watch, format);
    print(round);
    rounds.push(round);
  }
  expect(Math.max(...rounds.map(({ gone }) => gone))).toBeLessThanOrEqual(MOST_SECONDS_TO_SAY_SO);
  // Threads of the Java runtime come and go: a round is not compared with a single other one, for what leaks does so in each.
  const before = mostHeld(rounds.slice(0, FORMATS));
  for (const [what, count] of mostHeld(rounds.slice(FORMATS))) {
    expect(count, what).toBeLessThanOrEqual(before.get(what) ?? 0);
  }
});

/** The most open files and threads in any of these rounds, of the agent and of its camera process. */
function mostHeld(rounds: readonly Round[]): ReadonlyMap<string, number> {
  const most = (read: (round: Round) => number) => Math.max(...rounds.map(read));
  return new Map([
    ['files of the agent', most(({ agent }) => agent.files)],
    ['threads of the agent', most(({ agent }) => agent.threads)],
    ['files of the camera process', most(({ camera }) => camera.files)],
    ['threads of the camera process', most(({ camera }) => camera.threads)],
  ]);
}

async function replug(guest: Guest, watch: WatchPage, format: UsbFormat): Promise<Round> {
  const said = watch.page
    .waitForSelector('fanlight-watch[data-state=camera_error]', { timeout: PATIENCE_SECONDS.java * 1000 })
    .then(() => performance.now());
  const unplugged = await guest.unplug();
  const gone = ((await said) - unplugged) / 1000;
  await guest.plugIn(format);
  const plugged = performance.now();
  await watch.moreFrames(1, PATIENCE_SECONDS.java);
  const back = (performance.now() - plugged) / 1000;
  await watch.moreFrames(20, PATIENCE_SECONDS.java);
  const opened = (await guest.agentOutput()).split('\n').filter((line) => line.includes('capturing: '));
  expect(opened.at(-1)).toContain(WAY[format]);
  return {
    format,
    gone,
    back,
    agent: await guest.agentHoldings(),
    camera: await guest.cameraHoldings(),
  };
}

const TITLES = 'next    gone after  back after link  agent: files threads  camera process: files threads';

/** Printed as it comes: a test that fails later has shown what went before. */
function print({ format, gone, back, agent, camera }: Round): void {
  const cells = [
    format.padEnd(6),
    `${gone.toFixed(2)} s`.padStart(10),
    `${back.toFixed(2)} s`.padStart(15),
    `${agent.files} ${agent.threads}`.padStart(20),
    `${camera.files} ${camera.threads}`.padStart(29),
  ];
  console.log(cells.join('  '));
}
