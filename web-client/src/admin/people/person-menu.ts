import type { components } from '../../api/schema';
import { lengthWords } from '../../chat/moderation-requests';
import { type BanHits, banOnlyQuestion, banQuestion, TIME_OUTS } from '../../ui/chat/chat-menus';
import type { MenuGroup } from '../../ui/widget/menu-button';

type BanScope = NonNullable<components['schemas']['BanRequest']['scope']>;

/** An action on a person. */
export type PersonAct =
  | { readonly type: 'time_out'; readonly seconds: number }
  | { readonly type: 'disconnect' }
  | { readonly type: 'ban'; readonly scope?: BanScope };

/** The menu of actions on a person; `hits` is whom a ban hits besides, where that is known. */
export function personMenu(
  name: string,
  { hits, watches = false }: { readonly hits?: BanHits; readonly watches?: boolean } = {},
): readonly MenuGroup<PersonAct>[] {
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
    ...(watches
      ? [
          {
            items: [
              { label: 'Disconnect', value: { type: 'disconnect' }, confirm: disconnectQuestion(name) },
            ],
          } as const,
        ]
      : []),
    {
      items: [
        {
          label: 'Ban',
          value: { type: 'ban' },
          confirm: banQuestion(name, hits),
          risk: true,
        },
        {
          label: `Ban only ${name}`,
          value: { type: 'ban', scope: 'person' },
          confirm: banOnlyQuestion(name, hits),
          risk: true,
        },
      ],
    },
  ];
}

/** The notice about an action. */
export function personDone(name: string, act: PersonAct): string {
  switch (act.type) {
    case 'ban':
      return `${name} is banned for 24 hours.`;
    case 'disconnect':
      return `${name} was disconnected.`;
    case 'time_out':
      return act.seconds === 0
        ? `${name} can chat again.`
        : `${name} is timed out for ${lengthWords(act.seconds)}.`;
  }
}

function disconnectQuestion(name: string): string {
  return `Disconnect ${name}? They can come back while their link works. To keep them out, ban them or revoke the link.`;
}
