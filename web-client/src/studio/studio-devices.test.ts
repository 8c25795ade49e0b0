import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PublishCommand } from '../publish/command';
import { PublishEngine } from '../publish/publish-engine';
import { Studio } from './studio';

/** A track of a camera that can be unplugged. */
class CameraTrack extends EventTarget {
  readonly kind = 'video';
  readyState: MediaStreamTrackState = 'live';

  getSettings(): MediaTrackSettings {
    return {};
  }

  stop(): void {
    this.readyState = 'ended';
  }

  unplug(): void {
    this.stop();
    this.dispatchEvent(new Event('ended'));
  }
}

class Cameras extends EventTarget {
  readonly opened: CameraTrack[] = [];

  async getUserMedia(): Promise<MediaStream> {
    const track = new CameraTrack();
    this.opened.push(track);
    return { getVideoTracks: () => [track], getAudioTracks: () => [] } as unknown as MediaStream;
  }

  async getDisplayMedia(): Promise<MediaStream> {
    return this.getUserMedia();
  }

  async enumerateDevices(): Promise<MediaDeviceInfo[]> {
    return [];
  }
}

const PREVIEW = {
  play: async () => {},
  requestVideoFrameCallback: () => 1,
  cancelVideoFrameCallback: () => {},
} as unknown as HTMLVideoElement;

/** A studio that streams; `problem` is what its worker heard last. */
async function streaming() {
  const commands: PublishCommand[] = [];
  const worker = { postMessage: (command: PublishCommand) => commands.push(command) } as unknown as Worker;
  const cameras = new Cameras();
  const studio = new Studio({
    devices: cameras,
    preview: () => PREVIEW,
    newEngine: (choice, onReport) =>
      new PublishEngine({
        url: 'wss://relay.example/ws/v1/publish',
        key: 'secret',
        agent: 'test',
        codec: null,
        recordedType: undefined,
        direct: false,
        choice,
        newWorker: () => worker,
        soundModuleUrl: '',
        onReport,
      }),
    onChange: () => {},
    onLevel: () => {},
  });
  await studio.open();
  studio.start();
  const problem = () => {
    const problems = commands.filter((command) => command.type === 'source_problem');
    return problems.at(-1)?.problem;
  };
  return { studio, cameras, problem };
}

describe('a studio whose camera is lost', () => {
  beforeEach(() => {
    vi.stubGlobal('MediaStream', class {});
    vi.stubGlobal('document', { visibilityState: 'hidden' });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('says so still when the person pauses and goes on', async () => {
    const { studio, cameras, problem } = await streaming();
    expect(problem()).toBeUndefined();
    cameras.opened[0]?.unplug();
    expect(problem()).toBe('device_gone');
    studio.setPaused(true);
    studio.setPaused(false);
    expect(problem()).toBe('device_gone');
    expect(studio.facts.capture).toBe('gone');
  });

  it('stays paused when the camera is back, until the person goes on', async () => {
    const { studio, cameras, problem } = await streaming();
    studio.setPaused(true);
    cameras.opened[0]?.unplug();
    await studio.open();
    expect(problem()).toBe('paused');
    studio.setPaused(false);
    expect(problem()).toBeUndefined();
  });
});
