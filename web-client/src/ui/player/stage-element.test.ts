import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Engine } from '../../engine/engine';
import type { Ptz } from '../../protocol/head-message';
import type { ControlMessage } from '../../protocol/message';
import { WatchModel } from '../../state/watch-model';
import { StageElement } from './stage-element';
import { REPEAT_MS } from './steering';

/** A player that draws nothing: there is no document here. */
class UndrawnStage extends StageElement {
  protected override update(): void {}

  override closest(): null {
    return null;
  }

  override querySelector(): null {
    return null;
  }

  /** As a browser does, listeners are called with the element as `this`. */
  override addEventListener(type: string, listener: unknown): void {
    super.addEventListener(type, (listener as (event: Event) => void).bind(this));
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', new EventTarget());
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function stageOf(...messages: readonly object[]) {
  const model = new WatchModel(
    () => 0,
    () => 0,
    true,
  );
  model.accept({ type: 'connection', state: { kind: 'open' } });
  for (const message of messages) {
    model.accept({ type: 'message', message: message as ControlMessage });
  }
  const acts: string[] = [];
  const stage = new UndrawnStage();
  stage.model = model;
  stage.engine = { steer: ({ act }: Ptz) => acts.push(act) } as unknown as Engine;
  stage.connectedCallback();
  return { stage, model, acts };
}

const WELCOME = {
  type: 'welcome',
  camera: 'front',
  title: '',
  person: 'p',
  name: 'n',
  role: 'watcher',
  token: 't',
};
const MOVES = [
  { ...WELCOME, features: ['ptz'] },
  { type: 'stream', state: 'live', ptz: true },
];

function holdArrow(stage: StageElement): void {
  const modifiers = { shiftKey: true, ctrlKey: false, altKey: false, metaKey: false };
  stage.dispatchEvent(Object.assign(new Event('keydown'), { key: 'ArrowLeft', ...modifiers }));
}

describe('a movement by a key that is held', () => {
  it('ends when the player is removed, which no key is released in', () => {
    const { stage, acts } = stageOf(...MOVES);
    holdArrow(stage);
    stage.disconnectedCallback();
    vi.advanceTimersByTime(10 * REPEAT_MS);
    expect(acts).toEqual(['move', 'stop']);
  });

  it('ends when the camera cannot be moved any more, also while the buttons are not shown', async () => {
    const { stage, model, acts } = stageOf(...MOVES);
    holdArrow(stage);
    model.accept({ type: 'connection', state: { kind: 'connecting' } });
    stage.revision = 1;
    await stage.updateComplete;
    vi.advanceTimersByTime(10 * REPEAT_MS);
    expect(acts).toEqual(['move', 'stop']);
  });
});
