import { newClientId } from '../../chat/chat-input';
import type { Asked } from '../../chat/moderation-requests';
import { readSaid } from '../../chat/slash-commands';
import type { Engine } from '../../engine/engine';
import type { WatchModel } from '../../state/watch-model';

/** What a voice speaks through. */
export interface VoiceDeps {
  readonly model: WatchModel;
  readonly engine: () => Engine | undefined;
  /** Puts a text back into the box. */
  readonly giveBack: (text: string) => void;
  readonly changed: () => void;
}

/** Turns what the reader types and chooses in the chat into messages, or tells them why not. */
export class ChatVoice {
  readonly #deps: VoiceDeps;

  constructor(deps: VoiceDeps) {
    this.#deps = deps;
  }

  /** Sends a text, or does the command that it is. */
  write(typed: string): void {
    const { model, engine, giveBack, changed } = this.#deps;
    const said = readSaid(typed, model.room.role, model.chat.entries);
    model.refusal = undefined;
    switch (said.kind) {
      case 'text':
        this.#send(said.text);
        break;
      case 'rename':
        engine()?.rename(said.name);
        break;
      case 'moderate':
        this.moderate(said.asked);
        break;
      case 'unknown':
        model.refusal = { text: typed, reason: said.kind, words: said.words, againAtMs: 0 };
        giveBack(typed);
    }
    changed();
  }

  /** Asks for an act of a moderator. */
  moderate(asked: Asked): void {
    const { model, engine } = this.#deps;
    engine()?.moderate(model.moderate(newClientId(), asked));
  }

  /** The relay did not take a text: it goes back into the box. */
  refused(): void {
    this.#deps.giveBack(this.#deps.model.refusal?.text ?? '');
  }

  #send(text: string): void {
    const { model, engine } = this.#deps;
    const clientId = newClientId();
    model.say({ type: 'written', clientId, text });
    engine()?.sendChat(clientId, text);
  }
}
