import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ChatEntry, ChatLine, ChatLog, PendingLine } from '../../chat/chat-log';
import { mayActOn, mayOnlyRemove } from '../../chat/chat-room';
import { continuesGroup } from '../../chat/grouping';
import { hueOf } from '../../chat/hue';
import { linkParts } from '../../chat/links';
import type { Role } from '../../protocol/chat-message';
import { lineMenu, ownLineMenu } from './chat-menus';
import { gapWords } from './chat-words';
import { roleBadge } from './role-badge';

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'long' });

/** The viewer the chat is rendered for. */
export interface Reader {
  readonly person: string;
  readonly name: string;
  readonly role: Role;
}

/** The chat as a list, the viewer's own unconfirmed messages last. */
export function chatLines(log: ChatLog, me: Reader): TemplateResult {
  const grouped = continuesGroup(log.entries);
  return html`${repeat(log.entries, keyOf, (entry, index) => entryLine(entry, grouped[index] ?? false, me))}
  ${repeat(
    log.pending,
    (line) => line.clientId,
    (line) => pendingLine(line, me.name),
  )}`;
}

function keyOf(entry: ChatEntry): string {
  return entry.kind === 'note' ? `note-${entry.id}` : `${entry.kind}-${entry.seq}`;
}

function entryLine(entry: ChatEntry, grouped: boolean, me: Reader): TemplateResult {
  switch (entry.kind) {
    case 'line':
      return line(entry, grouped, me);
    case 'removed':
      return removedLine(entry);
    case 'gap':
      return html`<div class="chat-gap">— ${gapWords(entry.count)} —</div>`;
    case 'note':
      return html`<div class="chat-note">${entry.text}</div>`;
  }
}

function line(entry: ChatLine, grouped: boolean, me: Reader): TemplateResult {
  const { seq, time, person, name, text, badge } = entry;
  const when = new Date(time / 1000);
  return html`<div class="chat-line ${grouped ? 'chat-line-grouped' : ''}" data-seq=${seq}>
    <span class="chat-head"
      ><bdi class="chat-name fl-hue-${hueOf(person)}">${name}</bdi>
      ${roleBadge(badge)}
      <time class="chat-time" datetime=${when.toISOString()} title=${full.format(when)}>${clock.format(when)}</time></span
    >
    <span class="chat-text" dir="auto">${textParts(text)}</span>
    ${actButton(entry, me)}
  </div>`;
}

function actButton(entry: ChatLine, { role, person }: Reader): TemplateResult | typeof nothing {
  const own = mayOnlyRemove(role, entry.person === person, entry.badge);
  if (!own && !mayActOn(role, entry.badge)) {
    return nothing;
  }
  return html`<fanlight-menu class="chat-act" .label=${`Moderate message by ${entry.name}`} .groups=${own ? ownLineMenu(entry) : lineMenu(entry)}
    .reachable=${false}></fanlight-menu>`;
}

function removedLine({ seq, name }: Extract<ChatEntry, { kind: 'removed' }>): TemplateResult {
  return html`<div class="chat-line chat-removed" data-removed=${seq}>
    <bdi>${name}</bdi>: message removed by a moderator
  </div>`;
}

function pendingLine({ clientId, text }: PendingLine, name: string): TemplateResult {
  return html`<div class="chat-line chat-line-pending" data-client-id=${clientId}>
    <span class="chat-head"><bdi class="chat-name">${name}</bdi> <span class="chat-time">Sending…</span></span>
    <span class="chat-text" dir="auto">${textParts(text)}</span>
  </div>`;
}

/** A chat text with its web addresses as links. */
export function textParts(text: string): readonly (TemplateResult | string)[] {
  return linkParts(text).map((part) =>
    part.href === undefined
      ? part.text
      : html`<a href=${part.href} target="_blank" rel="nofollow noopener ugc">${part.text}</a>`,
  );
}

/** The empty state of the chat. */
export function emptyChat(ready: boolean): TemplateResult | typeof nothing {
  return ready ? html`<p class="chat-empty">No messages yet.</p>` : nothing;
}
