import type { ChatLine } from '../../chat/chat-log';
import type { ChatRoom } from '../../chat/chat-room';
import { lengthWords, type ModerationRequest } from '../../chat/moderation-requests';
import { listed, WORDS } from '../../words/words';
import type { MenuGroup } from '../widget/menu-button';

/** Lengths of a timeout to choose from, in seconds. */
export const TIME_OUTS = [10, 60, 300, 600, 1800, 86_400] as const;

/** Slow modes to choose from, in seconds; 0 is off. */
export const SLOW_MODES = [0, 5, 10, 30, 60, 300] as const;

/** Whom a ban hits besides the person: others at the same address, and others who came by the link that ends with it. */
export interface BanHits {
  readonly sameAddress: readonly string[];
  readonly sameLink: readonly string[];
  readonly endsLink: boolean;
}

/** The confirmation before a ban; without `hits`, who else is hit is not known here. */
export function banQuestion(name: string, hits?: BanHits): string {
  const others = hits === undefined ? WORDS.moderation.othersToo : addressWords(hits.sameAddress);
  return [WORDS.moderation.banQuestion(name), others, ...linkWords(hits)].join(' ');
}

/** The confirmation before a ban of the person alone. */
export function banOnlyQuestion(name: string, hits?: BanHits): string {
  return [WORDS.moderation.banQuestion(name), WORDS.moderation.othersStay, ...linkWords(hits)].join(' ');
}

function addressWords(names: readonly string[]): string {
  return names.length === 0 ? WORDS.moderation.noOthers : WORDS.moderation.othersAre(listed(names));
}

function linkWords(hits?: BanHits): readonly string[] {
  if (hits === undefined) {
    return [WORDS.moderation.linkMayEnd];
  }
  if (!hits.endsLink) {
    return [];
  }
  return hits.sameLink.length === 0
    ? [WORDS.moderation.linkEnds]
    : [WORDS.moderation.linkEndsFor(listed(hits.sameLink))];
}

/** The menu of a moderator's own message. */
export function ownLineMenu({ seq, name, text }: ChatLine): readonly MenuGroup<ModerationRequest>[] {
  return [
    {
      items: [
        { label: WORDS.moderation.remove, value: { act: { act: 'remove', seq }, name } },
        { label: WORDS.moderation.pin, value: { act: { act: 'pin', note: text }, name } },
      ],
    },
  ];
}

/** The menu of a message and its author. */
export function lineMenu(line: ChatLine): readonly MenuGroup<ModerationRequest>[] {
  const { person, name } = line;
  return [
    ...ownLineMenu(line),
    {
      title: WORDS.moderation.timeOut(name),
      items: TIME_OUTS.map((seconds) => ({
        label: lengthWords(seconds),
        value: { act: { act: 'timeout', person, seconds }, name },
      })),
    },
    {
      items: [
        {
          label: WORDS.moderation.ban,
          value: { act: { act: 'ban', person }, name },
          confirm: banQuestion(name),
        },
        {
          label: WORDS.moderation.banOnly(name),
          value: { act: { act: 'ban', person, scope: 'person' }, name },
          confirm: banOnlyQuestion(name),
        },
      ],
    },
  ];
}

/** The menu of chat settings. */
export function roomMenu({ slowSeconds, links }: ChatRoom): readonly MenuGroup<ModerationRequest>[] {
  return [
    {
      title: WORDS.moderation.slowMode,
      items: SLOW_MODES.map((seconds) => ({
        label: seconds === 0 ? WORDS.moderation.off : WORDS.moderation.oneEvery(lengthWords(seconds)),
        value: { act: { act: 'slow', seconds }, name: '' },
        checked: seconds === slowSeconds,
      })),
    },
    {
      title: WORDS.moderation.whoSendsLinks,
      items: [
        {
          label: WORDS.moderation.everyone,
          value: { act: { act: 'links', links: 'all' }, name: '' },
          checked: links === 'all',
        },
        {
          label: WORDS.moderation.moderatorsOnly,
          value: { act: { act: 'links', links: 'moderators' }, name: '' },
          checked: links === 'moderators',
        },
      ],
    },
  ];
}
