import { GUARD_SECONDS } from './guards.ts';
import { AGENT_JAR, eventually, freePort, Program } from './processes.ts';

/** An agent that shows its camera without a relay, as a real process. */
export class LocalPreview {
  private given = 0;

  private constructor(private readonly agent: Program) {}

  static async start(source: string): Promise<LocalPreview> {
    const listen = `127.0.0.1:${await freePort()}`;
    const agent = new Program([AGENT_JAR, 'preview', '--source', source, '--listen', listen]);
    agent.start();
    return new LocalPreview(agent);
  }

  /** The next address that the agent prints; each is good once. */
  async address(): Promise<string> {
    // Without the character behind it the end of the key may be still to come.
    const printed = () => this.agent.output.match(/http:\/\/\S+#\S+(?=\s)/g) ?? [];
    await eventually('one more address', () => printed().length > this.given, GUARD_SECONDS.start).catch(
      (e) => {
        throw new Error(`${e}\n${this.agent.output}`);
      },
    );
    return printed()[this.given++] ?? '';
  }

  async stop(): Promise<void> {
    await this.agent.stop();
  }
}
