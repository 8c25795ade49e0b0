import { describe, expect, it } from 'vitest';
import { Steering } from './steering';

function steering() {
  const sent: object[] = [];
  const repeated: (() => void)[] = [];
  const subject = new Steering({
    send: ({ type: _, client_id: __, ...act }) => sent.push(act),
    every: (run) => {
      repeated.push(run);
      return () => repeated.splice(repeated.indexOf(run), 1);
    },
  });
  return { subject, sent, tick: () => repeated.map((run) => run()) };
}

describe('steering', () => {
  it('moves while a button is held, again and again, and stops when it is released', () => {
    const { subject, sent, tick } = steering();
    subject.press('left');
    subject.press('left');
    tick();
    subject.release('left');
    tick();
    expect(sent).toEqual([
      { act: 'move', pan: -0.5, for_ms: 1500 },
      { act: 'move', pan: -0.5, for_ms: 1500 },
      { act: 'stop' },
    ]);
  });

  it('moves diagonally while two are held', () => {
    const { subject, sent } = steering();
    subject.press('up');
    subject.press('right');
    subject.release('up');
    subject.releaseAll();
    subject.releaseAll();
    expect(sent).toEqual([
      { act: 'move', tilt: 0.5, for_ms: 1500 },
      { act: 'move', pan: 0.5, tilt: 0.5, for_ms: 1500 },
      { act: 'move', pan: 0.5, for_ms: 1500 },
      { act: 'stop' },
    ]);
  });

  it('stands still between opposite directions', () => {
    const { subject, sent, tick } = steering();
    subject.press('in');
    subject.press('out');
    tick();
    expect(sent).toEqual([{ act: 'move', zoom: 0.5, for_ms: 1500 }, { act: 'stop' }]);
  });

  it('moves a little for a click, and to presets', () => {
    const { subject, sent, tick } = steering();
    subject.nudge('out');
    subject.askPresets();
    subject.goTo('1');
    tick();
    expect(sent).toEqual([
      { act: 'move', zoom: -0.5, for_ms: 300 },
      { act: 'presets' },
      { act: 'go_to', preset: '1' },
    ]);
  });
});
