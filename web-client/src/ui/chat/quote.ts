import { html, type TemplateResult } from 'lit';
import type { ChatEntry } from '../../chat/chat-log';
import { hueOf } from '../../chat/hue';
import { WORDS } from '../../words/words';

/** The message with the number `seq` in short, as an answer to it shows it. */
export function quote(entries: readonly ChatEntry[], seq: number): TemplateResult {
  const answered = entries.find(
    (entry) => entry.seq === seq && entry.kind !== 'note' && entry.kind !== 'gap',
  );
  switch (answered?.kind) {
    case 'line':
      return html`<bdi class="chat-name fl-hue-${hueOf(answered.person)}">${answered.name}</bdi>
        <span class="chat-quoted" dir="auto">${answered.text}</span>`;
    case 'removed':
      return html`<bdi class="chat-name">${answered.name}</bdi> <i class="chat-quoted">${WORDS.chat.removed}</i>`;
    default:
      return html`<i class="chat-quoted">${WORDS.chat.answered}</i>`;
  }
}
