import { newClientId } from '../../chat/chat-input';
import type { ModerationRequest } from '../../chat/moderation-requests';
import { parseInput } from '../../chat/slash-commands';
import type { Engine } from '../../engine/engine';
import type { WatchModel } from '../../state/watch-model';

/** What a sender needs from the page. */
export interface ChatSenderDeps {
  readonly model: WatchModel;
  readonly engine: () => Engine | undefined;
  /** Puts a text back into the box. */
  readonly restoreDraft: (text: string) => void;
  readonly changed: () => void;
}

/** Sends what the viewer types and chooses in the chat, or shows why it was not sent. */
export class ChatSender {
  readonly #deps: ChatSenderDeps;

  constructor(deps: ChatSenderDeps) {
    this.#deps = deps;
  }

  /** Sends a text, or runs it as a command. */
  write(typed: string): void {
    const { model, engine, restoreDraft, changed } = this.#deps;
    const said = parseInput(typed, model.room.role, model.chat.entries);
    model.refusal = undefined;
    switch (said.kind) {
      case 'text':
        this.#send(said.text);
        break;
      case 'rename':
        engine()?.rename(said.name);
        break;
      case 'moderate':
        this.moderate(said.request);
        break;
      case 'unknown':
        model.refusal = { text: typed, reason: said.kind, words: said.words, againAtMs: 0 };
        restoreDraft(typed);
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
    this.#deps.restoreDraft(this.#deps.model.refusal?.text ?? '');
  }

  #send(text: string): void {
    const { model, engine } = this.#deps;
    const clientId = newClientId();
    model.applyChat({ type: 'written', clientId, text });
    engine()?.sendChat(clientId, text);
  }
}
