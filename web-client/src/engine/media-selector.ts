import type { MediaSelection } from '../protocol/stream-message';

/** How long a page may be hidden before it stops receiving media: going back and forth between tabs costs nothing. */
const HIDDEN_AFTER_MS = 5000;

/** What a selector needs from outside. */
export interface MediaSelectorDeps {
  readonly setTimer: (run: () => void, ms: number) => unknown;
  readonly clearTimer: (timer: unknown) => void;
  readonly onChange: (media: MediaSelection) => void;
}

/** Decides whether the page needs media: not while it is paused, nor while it is hidden for long without a picture-in-picture window and without sound. */
export class MediaSelector {
  readonly #deps: MediaSelectorDeps;
  #media: MediaSelection = 'all';
  #timer: unknown;
  #paused = false;
  #hidden = false;
  #pictureInPicture = false;
  #unseen: MediaSelection = 'none';

  constructor(deps: MediaSelectorDeps) {
    this.#deps = deps;
  }

  /** The viewer paused or resumed. */
  setPaused(paused: boolean): void {
    this.#paused = paused;
    this.#update();
  }

  /** The page was hidden or shown. */
  setHidden(hidden: boolean): void {
    this.#hidden = hidden;
    this.#update();
  }

  /** A picture-in-picture window was opened or closed: it shows the video while the page is hidden. */
  setPictureInPicture(open: boolean): void {
    this.#pictureInPicture = open;
    this.#update();
  }

  /** What a page needs that is hidden for long: sound that is heard goes on. */
  setUnseen(media: MediaSelection): void {
    if (media !== this.#unseen) {
      this.#unseen = media;
      this.#update();
    }
  }

  /** Stops the timer. */
  close(): void {
    this.#deps.clearTimer(this.#timer);
    this.#timer = undefined;
  }

  #update(): void {
    const unseen = this.#hidden && !this.#pictureInPicture;
    if (this.#paused) {
      this.close();
      this.#select('none');
    } else if (!unseen) {
      this.close();
      this.#select('all');
    } else if (this.#media !== 'all') {
      this.#select(this.#unseen);
    } else if (this.#timer === undefined && this.#unseen !== 'all') {
      this.#timer = this.#deps.setTimer(() => {
        this.#timer = undefined;
        this.#select(this.#unseen);
      }, HIDDEN_AFTER_MS);
    }
  }

  #select(media: MediaSelection): void {
    if (media !== this.#media) {
      this.#media = media;
      this.#deps.onChange(media);
    }
  }
}
