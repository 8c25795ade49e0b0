import { type ChildProcess, spawn } from 'node:child_process';
import { AGENT_JAR, eventually, freePort, QUICK } from './processes.ts';

/** An agent that shows its camera without a relay, as a real process. */
export class LocalPreview {
  private output = '';
  private given = 0;

  private constructor(private readonly process: ChildProcess) {
    process.stdout?.on('data', (text) => {
      this.output += text;
    });
    process.stderr?.on('data', (text) => {
      this.output += text;
    });
  }

  static async start(source: string): Promise<LocalPreview> {
    const listen = `127.0.0.1:${await freePort()}`;
    return new LocalPreview(
      spawn('java', [...QUICK, AGENT_JAR, 'preview', '--source', source, '--listen', listen]),
    );
  }

  /** The next address that the agent prints; each is good once. */
  async address(): Promise<string> {
    const printed = () => this.output.match(/http:\/\/\S+#\S+/g) ?? [];
    await eventually(`one more address in:\n${this.output}`, () => printed().length > this.given);
    return printed()[this.given++] ?? '';
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    if (this.process.exitCode === null) {
      this.process.kill();
      await ended;
    }
  }
}
