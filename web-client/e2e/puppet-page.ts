import type { Page } from '@playwright/test';
import type { PlayerSocket } from './player-socket.ts';
import { type Answers, PuppetRelay } from './puppet-relay.ts';

/** Opens a page of a relay that answers like this, and ends the relay afterwards. */
export async function at(
  page: Page,
  path: string,
  answers: Answers,
  look: (relay: PuppetRelay) => Promise<void>,
  onPlayer: (socket: PlayerSocket) => void = () => undefined,
): Promise<void> {
  const relay = await PuppetRelay.start(answers);
  relay.onPlayer = onPlayer;
  await page.goto(relay.origin + path);
  await look(relay);
  await relay.close();
}
