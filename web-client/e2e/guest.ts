import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const MACHINE = join(new URL('../..', import.meta.url).pathname, 'deploy/rig/vm.sh');
const SHARE = '/mnt/host';
const AGENT = 'fanlight-agent';
const USB_CAMERA = 'usb-camera';
const TONE = 'tone';
const JAR = '/root/fanlight-agent.jar';
const STATE = '/root/state';
/** As for a camera process. */
const JAVA = `java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:SharedArchiveFile=/root/main.jsa -jar ${JAR}`;
/** FFmpeg's libraries for arm64 look for ALSA's files elsewhere. The archive is made by `deploy/rig/device-test.sh`. */
const ENVIRONMENT = {
  ALSA_CONFIG_PATH: '/usr/share/alsa/alsa.conf',
  JAVA_TOOL_OPTIONS: '-XX:SharedArchiveFile=/root/agent.jsa',
};
/** As QEMU's guests see the loopback of their host. */
const HOST = '10.0.2.2';

/** How patient one is with an emulated computer, in seconds. Guards, not assertions. */
export const PATIENCE_SECONDS = { command: 120, java: 600 } as const;

export type UsbFormat = 'mjpeg' | 'yuyv' | 'h264';

/** Open files and threads of a process. */
export interface Holdings {
  readonly files: number;
  readonly threads: number;
}

/** The virtual machine with cameras and a sound card, which `deploy/rig/device-test.sh` has started. */
export class Guest {
  /** The virtual camera that is always there: the driver vivid. */
  readonly camera = '/dev/v4l/by-path/platform-vivid.0-video-index0';
  readonly usbCamera = '/dev/v4l/by-id/usb-Fanlight_rig_Rig_USB_camera_RIG0001-video-index0';
  /** What is played to the other end of the loopback. */
  readonly microphone = 'plughw:CARD=Loopback,DEV=1';

  /** Runs a command of its shell, and fails when that does. */
  async run(command: string, seconds: number = PATIENCE_SECONDS.command): Promise<string> {
    const { stdout } = await run(MACHINE, ['run', String(seconds), command], { maxBuffer: 1 << 24 });
    return stdout.trim();
  }

  /** Runs a command of the agent to its end. */
  async agent(...words: readonly string[]): Promise<string> {
    return this.run([JAVA, ...words].join(' '), PATIENCE_SECONDS.java);
  }

  /**
   * Starts the agent anew, with the identity of one that has joined a relay on this host: a relay waits 5 s for what an agent says first,
   * and a Java program that has just been started is slower here. One that runs tries again, and is started again as by its
   * own unit: it ends when a camera has sent nothing for 30 s.
   */
  async startAgent(joined: string, ...words: readonly string[]): Promise<void> {
    const identity = readFileSync(join(joined, 'identity.properties'), 'utf8').replace('localhost', HOST);
    const file = `${STATE}/identity.properties`;
    await this.run(
      `rm -rf ${STATE} && umask 077 && mkdir ${STATE} && echo ${Buffer.from(identity).toString('base64')} | base64 -d >${file}`,
    );
    const variables = Object.entries(ENVIRONMENT).map(([name, value]) => `--setenv=${name}=${value}`);
    const options = ['--property=Restart=always', '--property=RestartSec=2'];
    await this.start(AGENT, [...variables, ...options], [JAVA, 'run', '--state', STATE, ...words].join(' '));
  }

  /** What it has printed since it was started. */
  async agentOutput(): Promise<string> {
    return this.run(
      `journalctl --no-pager -o cat _SYSTEMD_INVOCATION_ID=$(systemctl show -P InvocationID ${AGENT})`,
    );
  }

  /** Plays a tone of 440 Hz for good. */
  async playTone(): Promise<void> {
    const tone = 'speaker-test -D plughw:CARD=Loopback,DEV=0 -c 2 -r 48000 -F S16_LE -t sine -f 440 -l 0';
    await this.start(TONE, [], tone);
  }

  /**
   * Returns when the camera's link is there. It runs before everything else: gadgetfs stalls a request that comes before it was seen that the
   * one before is over.
   */
  async plugIn(format: UsbFormat): Promise<void> {
    const first = ['--property=CPUSchedulingPolicy=fifo', '--property=CPUSchedulingPriority=50'];
    await this.start(USB_CAMERA, first, `${SHARE}/usb-camera ${format} ${SHARE}/clip.${format} 320 180 10`);
    await this.run(`udevadm wait --timeout=50 ${this.usbCamera}`);
  }

  /** Pulls it out; when that was, on the clock of {@link performance}. A shell waits for the word, since to start one takes a while. */
  async unplug(): Promise<number> {
    const command = `pid=$(systemctl show -P MainPID ${USB_CAMERA}); echo ready; read -r; kill $pid`;
    const shell = spawn(MACHINE, ['run', String(PATIENCE_SECONDS.command), command], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    await once(shell.stdout, 'data');
    const at = performance.now();
    shell.stdin.end('\n');
    await once(shell, 'exit');
    return at;
  }

  /** Ends all that was started. */
  async clear(): Promise<void> {
    await this.run(`systemctl stop ${AGENT} ${TONE} ${USB_CAMERA} 2>/dev/null || true`);
  }

  /** Of the agent. */
  async agentHoldings(): Promise<Holdings> {
    return this.holdings(`$(systemctl show -P MainPID ${AGENT})`);
  }

  /** Of its camera process, of which there is one. */
  async cameraHoldings(): Promise<Holdings> {
    return this.holdings(`$(pgrep -P $(systemctl show -P MainPID ${AGENT}))`);
  }

  private async holdings(pid: string): Promise<Holdings> {
    const text = await this.run(`cd /proc/${pid} && ls fd | wc -l && ls task | wc -l`);
    const [files = 0, threads = 0] = text.split('\n').map(Number);
    return { files, threads };
  }

  /** In place of one that may still run. */
  private async start(unit: string, options: readonly string[], command: string): Promise<void> {
    const words = ['systemd-run', '--quiet', '--collect', `--unit=${unit}`, ...options, '--', command];
    await this.run(`systemctl stop ${unit} 2>/dev/null; ${words.join(' ')}`);
  }
}
