import type { Engine } from '../../engine/engine';
import type { Preferences } from '../../engine/preferences';
import type { PageMemory } from '../../state/page-memory';
import type { WatchModel } from '../../state/watch-model';

/** What a playback needs from the page. */
export interface PlaybackDeps {
  readonly model: WatchModel;
  readonly memory: PageMemory;
  readonly engine: () => Engine | undefined;
}

/** What the viewer wants of the video: whether it plays, how late and how large. */
export class Playback {
  readonly #deps: PlaybackDeps;

  constructor(deps: PlaybackDeps) {
    this.#deps = deps;
  }

  /** Pauses, or plays again. */
  setPaused(paused: boolean): void {
    const { model, engine } = this.#deps;
    if (paused === model.paused) {
      return;
    }
    model.apply({ type: 'paused', paused });
    paused ? engine()?.pause() : engine()?.resume();
  }

  /** Plays the newest frame. */
  goLive(): void {
    this.setPaused(false);
    this.#deps.engine()?.goLive();
  }

  /** Changes preferences, and remembers them. */
  prefer(change: Partial<Preferences>): void {
    const { model, memory, engine } = this.#deps;
    model.prefer({ ...model.preferences, ...change });
    memory.keepPreferences(model.preferences);
    engine()?.prefer(model.preferences);
  }

  /** Whether the video cannot be seen. */
  setHidden(hidden: boolean): void {
    if (!hidden) {
      this.#deps.model.apply({ type: 'visible' });
    }
    this.#deps.engine()?.setHidden(hidden);
  }
}
