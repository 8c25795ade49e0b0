import type { Engine } from '../../engine/engine';
import type { PageMemory } from '../../state/page-memory';
import type { WatchModel } from '../../state/watch-model';
import { soundView, volumeWords } from '../player/sound-controls';

const STEP = 0.1;

/** What a sound choice needs from the page. */
export interface SoundChoiceDeps {
  readonly model: WatchModel;
  readonly memory: PageMemory;
  readonly engine: () => Engine | undefined;
  /** Announces a text to screen readers. */
  readonly announce: (text: string) => void;
}

/** The viewer's choice of sound and volume, remembered for all cameras. Browsers let nothing be heard before a click or key. */
export class SoundChoice {
  readonly #deps: SoundChoiceDeps;
  #used = false;
  #volume: number;

  constructor(deps: SoundChoiceDeps) {
    this.#deps = deps;
    this.#volume = deps.memory.volume;
  }

  /** Whether the viewer has turned sound on or off, now or on an earlier visit: then nothing over the video invites to it. */
  get made(): boolean {
    return this.#used || this.#deps.memory.soundOn === false;
  }

  /** The engine has started. */
  started(): void {
    this.#deps.engine()?.setVolume(this.#volume);
  }

  /** Any click or key on the page: sound that was on at the last visit is on again. */
  gesture(): void {
    const { model, memory } = this.#deps;
    if (!this.#used && memory.soundOn === true && soundView(model.sound) !== undefined) {
      this.#used = true;
      this.#deps.engine()?.setSound(true);
    }
  }

  /** Mutes or unmutes. */
  toggle(): void {
    if (this.#exists) {
      this.#turn(!this.#deps.model.sound.on);
      this.#announce();
    }
  }

  /** Louder by so many steps, or quieter. */
  step(count: number): void {
    if (this.#exists) {
      const { on } = this.#deps.model.sound;
      this.set((on ? this.#volume : 0) + count * STEP);
      this.#announce();
    }
  }

  /** Sets the volume, 0 to 1; 0 mutes, more unmutes. */
  set(volume: number): void {
    const next = Math.min(1, Math.max(0, volume));
    if (next > 0) {
      this.#volume = next;
      this.#deps.memory.keepVolume(next);
      this.#deps.engine()?.setVolume(next);
    }
    if (this.#deps.model.sound.on !== next > 0) {
      this.#turn(next > 0);
    }
  }

  get #exists(): boolean {
    return soundView(this.#deps.model.sound) !== undefined;
  }

  #turn(on: boolean): void {
    this.#used = true;
    this.#deps.memory.keepSoundOn(on);
    this.#deps.engine()?.setSound(on);
  }

  #announce(): void {
    this.#deps.announce(volumeWords(this.#deps.model.sound));
  }
}
