import type { ChatSend } from '../protocol/chat-message';

/** Unacknowledged chat messages; they are resent on every new socket under the same id. */
export class Outbox {
  readonly #waiting = new Map<string, ChatSend>();

  /** Keeps `message` until it is settled. */
  add(message: ChatSend): void {
    this.#waiting.set(message.client_id, message);
  }

  /** The relay has accepted or refused the message. */
  settle(clientId: string): void {
    this.#waiting.delete(clientId);
  }

  /** Everything unanswered, oldest first. */
  get unsettled(): readonly ChatSend[] {
    return [...this.#waiting.values()];
  }
}
