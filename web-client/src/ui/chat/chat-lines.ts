import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ChatEntry, ChatLine, ChatLog, PendingLine } from '../../chat/chat-log';
import { mayActOn, mayOnlyRemove } from '../../chat/chat-room';
import { newDays } from '../../chat/days';
import { continuesGroup } from '../../chat/grouping';
import { hueOf } from '../../chat/hue';
import { mentions, messageParts } from '../../chat/message-parts';
import type { ReactionBook } from '../../chat/reactions';
import type { React, Role } from '../../protocol/chat-message';
import { dateFormat, WORDS } from '../../words/words';
import { fan } from '../widget/fan';
import { icon } from '../widget/icon';
import { lineMenu, ownLineMenu } from './chat-menus';
import { quote } from './quote';
import { reactionRow } from './reaction-row';
import { roleBadge } from './role-badge';

const clock = dateFormat({ hour: '2-digit', minute: '2-digit' });
const dayFormat = dateFormat({ weekday: 'long', day: 'numeric', month: 'long' });
const full = dateFormat({ dateStyle: 'medium', timeStyle: 'long' });

const EVENT_ICONS = { lost: 'unplug', back: 'video', paused: 'pause' } as const;

/** The viewer the chat is rendered for. */
export interface Reader {
  readonly person: string;
  readonly name: string;
  readonly role: Role;
  /** The newest message that was seen when the reader looked away; what follows is new. */
  readonly newAfter: number | undefined;
  /** The message that the reader chooses a reaction to. */
  readonly reactsTo: number | undefined;
}

/** What the lines do. */
export interface LineActions {
  readonly reply: (line: ChatLine) => void;
  /** Shows the message with that number. */
  readonly show: (seq: number) => void;
  readonly react: (message: React) => void;
  /** Offers the reactions to a message, or no longer. */
  readonly choose: (seq: number) => void;
}

/** What surrounds one entry. */
interface Place {
  readonly grouped: boolean;
  readonly newDay: number | undefined;
  readonly isNew: boolean;
}

/** The chat as a list, the viewer's own unconfirmed messages last. */
export function chatLines(log: ChatLog, me: Reader, actions: LineActions): TemplateResult {
  const grouped = continuesGroup(log.entries);
  const days = newDays(log.entries, Date.now() * 1000);
  const newFrom = firstNew(log.entries, me);
  const names = [...new Set(log.entries.flatMap((entry) => (entry.kind === 'line' ? [entry.name] : [])))];
  return html`${repeat(log.entries, keyOf, (entry, index) =>
    placed(
      entry,
      {
        grouped: (grouped[index] ?? false) && days[index] === undefined && index !== newFrom,
        newDay: days[index],
        isNew: index === newFrom,
      },
      { ...me, names, entries: log.entries, reactions: log.reactions },
      actions,
    ),
  )}
  ${repeat(
    log.pending,
    (line) => line.clientId,
    (line) => pendingLine(line, me.name, log.entries),
  )}`;
}

interface Knowing extends Reader {
  readonly names: readonly string[];
  readonly entries: readonly ChatEntry[];
  readonly reactions: ReactionBook;
}

function firstNew(entries: readonly ChatEntry[], { newAfter, person }: Reader): number {
  return newAfter === undefined
    ? -1
    : entries.findIndex((entry) => entry.kind === 'line' && entry.seq > newAfter && entry.person !== person);
}

function placed(entry: ChatEntry, place: Place, me: Knowing, actions: LineActions): TemplateResult {
  return html`${place.newDay === undefined ? nothing : html`<p class="chat-divider chat-day">${dayWords(place.newDay)}</p>`}${
    place.isNew ? html`<p class="chat-divider">${WORDS.chat.newMessages}</p>` : nothing
  }${entryLine(entry, place.grouped, me, actions)}`;
}

function dayWords(us: number): string {
  const day = new Date(us / 1000);
  return day.toDateString() === new Date().toDateString() ? WORDS.chat.today : dayFormat(day);
}

function keyOf(entry: ChatEntry): string {
  return entry.kind === 'note' ? `note-${entry.id}` : `${entry.kind}-${entry.seq}`;
}

function entryLine(entry: ChatEntry, grouped: boolean, me: Knowing, actions: LineActions): TemplateResult {
  switch (entry.kind) {
    case 'line':
      return line(entry, grouped, me, actions);
    case 'removed':
      return removedLine(entry);
    case 'gap':
      return html`<div class="chat-gap">— ${WORDS.chat.missing(entry.count)} —</div>`;
    case 'note':
      return entry.event === undefined
        ? html`<div class="chat-note">${entry.text}</div>`
        : html`<div class="chat-note chat-event">${icon(EVENT_ICONS[entry.event.sign])}<span>${entry.text}</span>${timeOf(entry.event.time)}</div>`;
  }
}

function line(entry: ChatLine, grouped: boolean, me: Knowing, actions: LineActions): TemplateResult {
  const { seq, time, person, name, text, badge, reply_to } = entry;
  const own = person === me.person;
  const classes = `${grouped ? 'chat-line-grouped' : ''} ${!own && (mentions(text, me.name) || answersMe(entry, me)) ? 'chat-line-to-me' : ''}`;
  return html`<div class="chat-line ${classes}" data-seq=${seq}>
    <span class="chat-head"
      ><bdi class="chat-name fl-hue-${hueOf(person)}">${name}</bdi>
      ${own ? html`<span class="chat-own">${WORDS.chat.you}</span>` : nothing} ${roleBadge(badge)} ${timeOf(time)}</span
    >
    ${reply_to === undefined ? nothing : html`<button class="chat-answered" type="button" @click=${() => actions.show(reply_to)}>${icon('reply')} ${quote(me.entries, reply_to)}</button>`}
    <span class="chat-text" dir="auto">${textParts(text, me.names)}</span>
    ${reactionRow(
      {
        seq,
        given: me.reactions.get(seq) ?? [],
        chooses: me.reactsTo === seq,
        may: me.role !== 'watcher',
      },
      actions.react,
    )}
    ${tools(entry, me, actions)}
  </div>`;
}

function answersMe({ reply_to }: ChatLine, { entries, person }: Knowing): boolean {
  return (
    reply_to !== undefined &&
    entries.some((entry) => entry.kind === 'line' && entry.seq === reply_to && entry.person === person)
  );
}

function timeOf(us: number): TemplateResult {
  const when = new Date(us / 1000);
  return html`<time class="chat-time" datetime=${when.toISOString()} title=${full(when)}>${clock(when)}</time>`;
}

/** What can be done with a message: reply where one may write, moderate where one may. */
function tools(entry: ChatLine, me: Knowing, actions: LineActions): TemplateResult | typeof nothing {
  const own = mayOnlyRemove(me.role, entry.person === me.person, entry.badge);
  const moderates = own || mayActOn(me.role, entry.badge);
  if (me.role === 'watcher') {
    return nothing;
  }
  return html`<span class="chat-act">
    <button class="fl-button chat-react" type="button" tabindex="-1" aria-label=${WORDS.chat.react} title=${WORDS.chat.react}
      aria-expanded=${me.reactsTo === entry.seq ? 'true' : 'false'} @click=${() => actions.choose(entry.seq)}>${icon('smile')}</button>
    ${
      entry.person !== me.person
        ? html`<button class="fl-button chat-reply" type="button" tabindex="-1" aria-label=${WORDS.chat.replyTo(entry.name)} title=${WORDS.chat.reply}
            @click=${() => actions.reply(entry)}>${icon('reply')}</button>`
        : nothing
    }
    ${
      moderates
        ? html`<fanlight-menu .label=${WORDS.chat.moderate(entry.name)} .groups=${own ? ownLineMenu(entry) : lineMenu(entry)}
            .reachable=${false}></fanlight-menu>`
        : nothing
    }</span>`;
}

function removedLine({ seq, name }: Extract<ChatEntry, { kind: 'removed' }>): TemplateResult {
  return html`<div class="chat-line chat-removed" data-removed=${seq}>
    <bdi>${name}</bdi>: ${WORDS.chat.removed}
  </div>`;
}

function pendingLine(
  { clientId, text, replyTo }: PendingLine,
  name: string,
  entries: readonly ChatEntry[],
): TemplateResult {
  return html`<div class="chat-line chat-line-pending" data-client-id=${clientId}>
    <span class="chat-head"><bdi class="chat-name">${name}</bdi> <span class="chat-time">${WORDS.chat.sending}</span></span>
    ${replyTo === undefined ? nothing : html`<span class="chat-answered">${icon('reply')} ${quote(entries, replyTo)}</span>`}
    <span class="chat-text" dir="auto">${textParts(text)}</span>
  </div>`;
}

/** A chat text with its web addresses as links, code as code, and the names of those it mentions. */
export function textParts(text: string, names: readonly string[] = []): readonly (TemplateResult | string)[] {
  return messageParts(text, names).map((part) => {
    if (part.href !== undefined) {
      return html`<a href=${part.href} target="_blank" rel="nofollow noopener ugc">${part.text}</a>`;
    }
    if (part.code) {
      return html`<code>${part.text}</code>`;
    }
    return part.mention ? html`<span class="chat-mention">${part.text}</span>` : part.text;
  });
}

/** The empty state of the chat. */
export function emptyChat(ready: boolean, writes: boolean): TemplateResult | typeof nothing {
  return ready
    ? html`<div class="chat-empty">${fan(0)}<p><b>${WORDS.chat.empty}</b></p>${writes ? html`<p>${WORDS.chat.emptyInvites}</p>` : nothing}</div>`
    : nothing;
}
