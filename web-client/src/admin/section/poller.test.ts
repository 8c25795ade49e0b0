import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { unreachable } from '../../api/problem';
import { Poller } from './poller';

/** A page element that counts what it is asked to render. */
class Host implements ReactiveControllerHost {
  readonly #controllers: ReactiveController[] = [];
  renders = 0;
  readonly updateComplete = Promise.resolve(true);

  addController(controller: ReactiveController): void {
    this.#controllers.push(controller);
  }

  removeController(): void {}

  requestUpdate(): void {
    this.renders++;
  }

  connect(): void {
    for (const controller of this.#controllers) {
      controller.hostConnected?.();
    }
  }

  disconnect(): void {
    for (const controller of this.#controllers) {
      controller.hostDisconnected?.();
    }
  }
}

describe('a section that is kept up to date', () => {
  const host = new Host();

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
  });

  afterEach(() => {
    host.disconnect();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('is rendered once for each load while loading succeeds, and reports each failed load once', async () => {
    let working = true;
    const problems: string[] = [];
    const poller = new Poller(
      host,
      async () => {
        if (!working) {
          throw unreachable();
        }
      },
      ({ code }) => problems.push(code),
    );
    host.connect();
    await vi.advanceTimersByTimeAsync(8_900);
    expect(host.renders).toBe(3);

    working = false;
    await vi.advanceTimersByTimeAsync(200);
    expect(poller.nextWords).toBe('Trying again in 3 s.');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(poller.nextWords).toBe('Trying again in 1 s.');
    expect(host.renders).toBeGreaterThan(8);
    expect(problems).toHaveLength(1);
  });
});
