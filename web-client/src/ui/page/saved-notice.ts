import { html, type TemplateResult } from 'lit';
import type { Engine } from '../../engine/engine';
import { WORDS } from '../../words/words';
import { saveSnapshot } from '../player/snapshot-file';
import { icon } from '../widget/icon';

const SHOWN_MS = 6000;

/** What a notice needs from outside. */
export interface SavedNoticeDeps {
  readonly announce: (text: string) => void;
  readonly changed: () => void;
}

/** The line that says that a snapshot was saved, and offers to copy it; it goes by itself. */
export class SavedNotice {
  readonly #deps: SavedNoticeDeps;
  #image: Blob | undefined;
  #words = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(deps: SavedNoticeDeps) {
    this.#deps = deps;
  }

  /** The line; undefined when there is nothing new. */
  get line(): TemplateResult | undefined {
    return this.#image === undefined
      ? undefined
      : html`<p class="fl-notice fl-hint fl-saved">${icon('check')}<span>${this.#words}</span>
          <button class="fl-button" type="button" @click=${() => this.#copy()}>${WORDS.player.copy}</button></p>`;
  }

  /** Saves the frame on screen, if there is one. */
  async take(engine: Engine | undefined, camera: string, captureUs: number | undefined): Promise<void> {
    const image = await saveSnapshot(engine, camera, captureUs);
    if (image !== undefined) {
      this.#image = image;
      this.#say(WORDS.player.saved);
    }
  }

  async #copy(): Promise<void> {
    const image = this.#image;
    if (image === undefined) {
      return;
    }
    try {
      await navigator.clipboard.write([new ClipboardItem({ [image.type]: image })]);
      this.#say(WORDS.player.copied);
    } catch {
      this.#say(WORDS.player.notCopied);
    }
  }

  #say(words: string): void {
    this.#words = words;
    this.#deps.announce(words);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#image = undefined;
      this.#deps.changed();
    }, SHOWN_MS);
    this.#deps.changed();
  }
}
