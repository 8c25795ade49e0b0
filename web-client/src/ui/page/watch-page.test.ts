import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ControlMessage } from '../../protocol/message';
import { WatchModel } from '../../state/watch-model';
import type { HotkeyAction } from '../player/hotkeys';
import { type PageActions, type PageView, watchPage } from './watch-page';

afterEach(() => vi.unstubAllGlobals());

/** The parts of a page for that role, templates within it too. */
function partsFor(role: string, chat?: string, act: (action: HotkeyAction) => void = () => {}) {
  vi.stubGlobal('document', { documentElement: { dataset: { chat } } });
  const model = new WatchModel(
    () => 0,
    () => 0,
    true,
  );
  const welcome = { type: 'welcome', camera: 'front', title: '', person: 'p', name: 'n', role, token: 't' };
  model.accept({ type: 'message', message: welcome as unknown as ControlMessage });
  const view = { model, chatOpen: true, announced: { polite: '', assertive: '' } } as PageView;
  return partsOf(watchPage(view, { act } as PageActions));
}

function partsOf(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null || !('strings' in value) || !('values' in value)) {
    return [value];
  }
  return [...(value.strings as string[]), ...(value.values as unknown[]).flatMap(partsOf)];
}

describe('the link that skips to the chat', () => {
  const has = (parts: readonly unknown[]) =>
    parts.some((part) => typeof part === 'string' && part.includes('Skip to chat'));

  it('is there for those who can write', () => {
    expect(has(partsFor('chatter'))).toBe(true);
    expect(has(partsFor('owner'))).toBe(true);
  });

  it('is not there where it would lead to nothing: for those who may only watch, and on a page without a chat', () => {
    expect(has(partsFor('watcher'))).toBe(false);
    expect(has(partsFor('chatter', 'off'))).toBe(false);
  });

  it('opens a chat that is hidden', () => {
    const acts: HotkeyAction[] = [];
    const parts = partsFor('chatter', undefined, (action) => acts.push(action));
    const click = parts[parts.findIndex((part) => String(part).includes('href="#chat-input"')) + 3];
    (click as (event: Event) => void)(new Event('click'));
    expect(acts).toEqual(['write']);
  });
});
