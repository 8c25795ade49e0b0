import { newClientId } from '../../chat/chat-input';
import type { ModerationRequest } from '../../chat/moderation-requests';
import { parseInput } from '../../chat/slash-commands';
import type { Engine } from '../../engine/engine';
import type { WatchModel } from '../../state/watch-model';

/** What the viewer writes, and the message that it answers. */
export interface Written {
  readonly text: string;
  readonly replyTo?: number | undefined;
}

/** What a sender needs from the page. */
export interface ChatSenderDeps {
  readonly model: WatchModel;
  readonly engine: () => Engine | undefined;
  /** Puts a text back into the box. */
  readonly restoreDraft: (written: Written) => void;
  readonly changed: () => void;
}

/** Sends what the viewer types and chooses in the chat, or shows why it was not sent. */
export class ChatSender {
  readonly #deps: ChatSenderDeps;

  constructor(deps: ChatSenderDeps) {
    this.#deps = deps;
  }

  /** Sends a text, or runs it as a command. */
  write(written: Written): void {
    const { model, engine, restoreDraft, changed } = this.#deps;
    const said = parseInput(written.text, model.room.role, model.chat.entries);
    model.refusal = undefined;
    switch (said.kind) {
      case 'text':
        this.#send({ ...written, text: said.text });
        break;
      case 'rename':
        engine()?.rename(said.name);
        break;
      case 'moderate':
        this.moderate(said.request);
        break;
      case 'unknown':
        model.refusal = { ...written, reason: said.kind, words: said.words, againAtMs: 0 };
        restoreDraft(written);
    }
    changed();
  }

  /** Requests a moderation action. */
  moderate(request: ModerationRequest): void {
    const { model, engine } = this.#deps;
    engine()?.moderate(model.moderate(newClientId(), request));
  }

  /** The relay refused a text: it goes back into the box. */
  refused(): void {
    this.#deps.restoreDraft(this.#deps.model.refusal ?? { text: '' });
  }

  #send({ text, replyTo }: Written): void {
    const { model, engine } = this.#deps;
    const clientId = newClientId();
    model.applyChat({ type: 'written', clientId, text, ...(replyTo !== undefined && { replyTo }) });
    engine()?.sendChat({
      type: 'chat_send',
      client_id: clientId,
      text,
      ...(replyTo !== undefined && { reply_to: replyTo }),
    });
  }
}
