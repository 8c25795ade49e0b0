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
  /** What the address asks for; undefined: what was chosen at the last visit. */
  readonly muted: boolean | undefined;
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
    return this.#used || !this.#wanted;
  }

  /** The engine has started. */
  started(): void {
    this.#deps.engine()?.setVolume(this.#volume);
  }

  /** Any click or key on the page: sound that was on at the last visit, or that the address asks for, is on. */
  gesture(): void {
    const { model, memory, muted } = this.#deps;
    const on = muted === undefined ? memory.soundOn === true : !muted;
    if (!this.#used && on && soundView(model.sound) !== undefined) {
      this.#used = true;
      this.#deps.engine()?.setSound(true);
    }
  }

  /** Mutes or unmutes. */
  toggle(): void {
    this.setOn(!this.#deps.model.sound.on);
  }

  /** Turns the sound on or off, where there is any. */
  setOn(on: boolean): void {
    if (this.#exists && on !== this.#deps.model.sound.on) {
      this.#turn(on);
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

  /** Whether it makes sense to invite to sound. */
  get #wanted(): boolean {
    const { memory, muted } = this.#deps;
    return muted === undefined ? memory.soundOn !== false : !muted;
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
