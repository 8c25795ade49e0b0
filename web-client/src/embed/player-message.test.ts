import { describe, expect, it } from 'vitest';
import { commandIn } from './player-message';
import { reportIn } from './player-report';

describe('a message of the page around a frame', () => {
  it.each(['play', 'pause', 'live', 'mute', 'unmute'])('%s is a command', (command) => {
    expect(commandIn({ fanlight: 1, command, other: 1 })).toEqual({ command });
  });

  it('sets the volume within 0 and 1', () => {
    expect(commandIn({ fanlight: 1, command: 'volume', value: 0.5 })).toEqual({
      command: 'volume',
      value: 0.5,
    });
  });

  it.each([
    [undefined],
    [null],
    ['play'],
    [{ command: 'play' }],
    [{ fanlight: 2, command: 'play' }],
    [{ fanlight: 1, command: 'send', text: 'hello' }],
    [{ fanlight: 1, command: 'volume' }],
    [{ fanlight: 1, command: 'volume', value: 2 }],
    [{ fanlight: 1, command: 'volume', value: Number.NaN }],
  ])('%j is none', (data) => {
    expect(commandIn(data)).toBeUndefined();
  });
});

describe('a message of a frame', () => {
  const report = { state: 'live', paused: false, muted: true, volume: 1, latencyMs: 85, viewers: 3 };

  it('says how the player is', () => {
    expect(reportIn({ fanlight: 1, event: 'state', ...report })).toEqual(report);
  });

  it('leaves out what is not known yet', () => {
    expect(reportIn({ fanlight: 1, event: 'state', ...report, latencyMs: undefined, viewers: 'x' })).toEqual({
      ...report,
      latencyMs: undefined,
      viewers: undefined,
    });
  });

  it.each([[null], [{ ...report }], [{ fanlight: 1, event: 'state', state: 7 }]])('%j is none', (data) => {
    expect(reportIn(data)).toBeUndefined();
  });
});
