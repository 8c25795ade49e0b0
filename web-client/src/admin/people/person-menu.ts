import { lengthWords } from '../../chat/moderation-requests';
import { banQuestion, TIME_OUTS } from '../../ui/chat/chat-menus';
import type { MenuGroup } from '../../ui/widget/menu-button';

/** An action on a person. */
export type PersonAct = { readonly type: 'time_out'; readonly seconds: number } | { readonly type: 'ban' };

/** The menu of actions on a person. */
export function personMenu(name: string): readonly MenuGroup<PersonAct>[] {
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
          confirm: banQuestion(name),
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
