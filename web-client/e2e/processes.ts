import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { GUARD_SECONDS } from './guards.ts';

const run = promisify(execFile);
const ROOT = new URL('../..', import.meta.url).pathname;
export const RELAY_JAR = join(ROOT, 'cloud-relay/target/fanlight-relay.jar');
export const AGENT_JAR = join(ROOT, 'edge-agent/target/fanlight-agent.jar');
const QUICK = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xshare:auto', '-jar'];

/** Real footage that is in the repository, by its short name. */
export const FOOTAGE = {
  person: join(ROOT, 'edge-agent/src/test/resources/media/person-768x432-10fps-main-bframes.mp4'),
  cars: join(ROOT, 'edge-agent/src/test/resources/media/cars-768x432-12.5fps-baseline-aac.mp4'),
} as const;

// Below the range from which Linux takes the local ports of outgoing connections, so that none of them takes it before a process listens.
const FIRST_PORT = 10_240;
const END_PORT = 32_768;

/** A port on loopback on which nothing listens at this moment. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = FIRST_PORT + Math.floor(Math.random() * (END_PORT - FIRST_PORT));
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** Whether something listens on a port on loopback. */
export function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** Waits until a condition holds; fails after `seconds` with what was waited for. */
export async function eventually(
  what: string,
  condition: () => boolean | Promise<boolean>,
  seconds: number = GUARD_SECONDS.condition,
): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`not within ${seconds} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const running = new Set<ChildProcess>();
// A test that runs out of time ends its worker without stopping what it has started.
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** One Java process whose output is kept. It does not outlive this one. */
export class Program {
  private process: ChildProcess | undefined;
  output = '';

  constructor(private readonly args: readonly string[]) {}

  start(): void {
    const child = spawn('java', [...QUICK, ...this.args], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (chunk) => (this.output += String(chunk)));
    child.stderr.on('data', (chunk) => (this.output += String(chunk)));
    running.add(child);
    child.once('exit', () => running.delete(child));
    this.process = child;
  }

  get running(): boolean {
    return this.process !== undefined && this.process.exitCode === null && this.process.signalCode === null;
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const child = this.process;
    if (child === undefined || !this.running) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  }
}

/** Runs a command of a jar to its end; fails when the command does. */
export async function runJar(jar: string, ...words: readonly string[]): Promise<void> {
  await run('java', [...QUICK, jar, ...words]);
}
