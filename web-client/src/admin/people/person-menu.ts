import type { components } from '../../api/schema';
import { lengthWords } from '../../chat/moderation-requests';
import { type BanHits, banOnlyQuestion, banQuestion, TIME_OUTS } from '../../ui/chat/chat-menus';
import type { MenuGroup } from '../../ui/widget/menu-button';

type BanScope = NonNullable<components['schemas']['BanRequest']['scope']>;

/** An action on a person. */
export type PersonAct =
  | { readonly type: 'time_out'; readonly seconds: number }
  | { readonly type: 'ban'; readonly scope?: BanScope };

/** The menu of actions on a person; `hits` is whom a ban hits besides, where that is known. */
export function personMenu(name: string, hits?: BanHits): readonly MenuGroup<PersonAct>[] {
  return [
    {
      title: `Time out ${name} for`,
      items: [
        ...TIME_OUTS.map((seconds) => ({
          label: lengthWords(seconds),
          value: { type: 'time_out', seconds } as const,
        })),
        { label: 'Remove timeout', value: { type: 'time_out', seconds: 0 } },
      ],
    },
    {
      items: [
        {
          label: 'Ban',
          value: { type: 'ban' },
          confirm: banQuestion(name, hits),
        },
        {
          label: `Ban only ${name}`,
          value: { type: 'ban', scope: 'person' },
          confirm: banOnlyQuestion(name, hits),
        },
      ],
    },
  ];
}

/** The notice about an action. */
export function personDone(name: string, act: PersonAct): string {
  if (act.type === 'ban') {
    return `${name} is banned for 24 hours.`;
  }
  return act.seconds === 0
    ? `${name} can chat again.`
    : `${name} is timed out for ${lengthWords(act.seconds)}.`;
}
