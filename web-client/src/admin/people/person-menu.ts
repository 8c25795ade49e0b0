import { lengthWords } from '../../chat/moderation-requests';
import { banQuestion, TIME_OUTS } from '../../ui/chat/chat-menus';
import type { MenuGroup } from '../../ui/widget/menu-button';

/** An action on a person. */
export type PersonAct = { readonly type: 'time_out'; readonly seconds: number } | { readonly type: 'ban' };

/** The menu of actions on a person. */
export function personMenu(name: string): readonly MenuGroup<PersonAct>[] {
  return [
    {
      title: `Let ${name} only read for`,
      items: [
        ...TIME_OUTS.map((seconds) => ({
          label: lengthWords(seconds),
          value: { type: 'time_out', seconds } as const,
        })),
        { label: 'Let them write again', value: { type: 'time_out', seconds: 0 } },
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
    return `${name} is kept out for a day.`;
  }
  return act.seconds === 0
    ? `${name} may write again.`
    : `${name} may only read for ${lengthWords(act.seconds)}.`;
}
