import type { ChatLine } from '../../chat/chat-log';
import type { ChatRoom } from '../../chat/chat-room';
import { lengthWords, type ModerationRequest } from '../../chat/moderation-requests';
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
  const others = hits === undefined ? SAME_NETWORK : addressWords(hits.sameAddress);
  return `${BAN(name)} ${others}${linkWords(hits)}`;
}

/** The confirmation before a ban of the person alone. */
export function banOnlyQuestion(name: string, hits?: BanHits): string {
  return `${BAN(name)} Others on the same network stay.${linkWords(hits)}`;
}

const BAN = (name: string) =>
  `Ban ${name} from this camera for 24 hours? Their messages of the last hour are removed, and they are notified.`;

const SAME_NETWORK = 'Others on the same network who are not moderators are banned too.';

function addressWords(names: readonly string[]): string {
  return names.length === 0
    ? 'No one else is on the same network right now.'
    : `Also banned, because they are on the same network: ${names.join(', ')}.`;
}

function linkWords(hits?: BanHits): string {
  if (hits === undefined) {
    return " A moderator's link is revoked, for everyone who has it.";
  }
  if (!hits.endsLink) {
    return '';
  }
  return hits.sameLink.length === 0
    ? ' Their moderator link is revoked.'
    : ` Their moderator link is revoked, also for: ${hits.sameLink.join(', ')}.`;
}

/** The menu of a moderator's own message. */
export function ownLineMenu({ seq, name }: ChatLine): readonly MenuGroup<ModerationRequest>[] {
  return [{ items: [{ label: 'Remove', value: { act: { act: 'remove', seq }, name } }] }];
}

/** The menu of a message and its author. */
export function lineMenu(line: ChatLine): readonly MenuGroup<ModerationRequest>[] {
  const { person, name } = line;
  return [
    ...ownLineMenu(line),
    {
      title: `Time out ${name} for`,
      items: TIME_OUTS.map((seconds) => ({
        label: lengthWords(seconds),
        value: { act: { act: 'timeout', person, seconds }, name },
      })),
    },
    {
      items: [
        {
          label: 'Ban',
          value: { act: { act: 'ban', person }, name },
          confirm: banQuestion(name),
        },
        {
          label: `Ban only ${name}`,
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
      title: 'Slow mode',
      items: SLOW_MODES.map((seconds) => ({
        label: seconds === 0 ? 'Off' : `One message every ${lengthWords(seconds)}`,
        value: { act: { act: 'slow', seconds }, name: '' },
        checked: seconds === slowSeconds,
      })),
    },
    {
      title: 'Who can send links',
      items: [
        {
          label: 'Everyone',
          value: { act: { act: 'links', links: 'all' }, name: '' },
          checked: links === 'all',
        },
        {
          label: 'Moderators only',
          value: { act: { act: 'links', links: 'moderators' }, name: '' },
          checked: links === 'moderators',
        },
      ],
    },
  ];
}
