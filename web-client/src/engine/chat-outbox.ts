import type { ChatSend } from '../protocol/chat-message';

/** Unacknowledged chat messages; they are resent on every new socket under the same id. */
export class Outbox {
  readonly #waiting = new Map<string, string>();

  /** Keeps `text` until it is settled and returns the message to send. */
  add(clientId: string, text: string): ChatSend {
    this.#waiting.set(clientId, text);
    return { type: 'chat_send', client_id: clientId, text };
  }

  /** The relay has accepted or refused the message. */
  settle(clientId: string): void {
    this.#waiting.delete(clientId);
  }

  /** Everything unanswered, oldest first. */
  get unsettled(): readonly ChatSend[] {
    return [...this.#waiting].map(([client_id, text]) => ({ type: 'chat_send', client_id, text }));
  }
}
