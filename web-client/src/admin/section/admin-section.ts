import { html, nothing, type TemplateResult } from 'lit';
import { type ApiClient, asProblem } from '../../api/api-client';
import type { ApiProblem } from '../../api/problem';
import { LightElement } from '../../ui/widget/light-element';
import type { DelayedActs } from './delayed-acts';
import { Poller } from './poller';

const NOTICE_MS = 6000;

/** The outcome of the last action. */
interface Notice {
  readonly words: string;
  readonly failed: boolean;
}

/** A section of the owner's page: loads its data, shows it, and runs its actions. Fires `fl-recheck` when it seems signed out. */
export abstract class AdminSection<T> extends LightElement {
  static override properties = {
    api: { attribute: false },
    delayed: { attribute: false },
    _notice: { state: true },
    _busy: { state: true },
  };

  declare api: ApiClient;
  /** Acts that can still be undone. */
  declare delayed: DelayedActs;
  private declare _notice: Notice | undefined;
  private declare _busy: boolean;
  #hideTimer: ReturnType<typeof setTimeout> | undefined;
  protected readonly poller = new Poller<T>(
    this,
    () => this.load(),
    (problem) => this.#loadFailed(problem),
  );

  constructor() {
    super();
    this._busy = false;
  }

  /** Loads the data of the section. */
  protected abstract load(): Promise<T>;

  /** The section for the data loaded last. */
  protected abstract content(data: T): TemplateResult;

  /** Whether an action is running. */
  protected get busy(): boolean {
    return this._busy;
  }

  /** Runs an action, shows its outcome and reloads; undefined when it failed. */
  protected async act<R>(doneWords: string, run: () => Promise<R>): Promise<R | undefined> {
    this._busy = true;
    try {
      const result = await run();
      this.#show({ words: doneWords, failed: false });
      await this.poller.refresh();
      return result;
    } catch (caught) {
      this.#show({ words: asProblem(caught).message, failed: true });
      return undefined;
    } finally {
      this._busy = false;
    }
  }

  /** Has an act wait in which it can be undone, then runs it like {@link act}; `key` is what {@link isDelayed} knows it by. */
  protected later(key: string, words: string, doneWords: string, run: () => Promise<unknown>): void {
    this.delayed.add({ key, words, run: () => this.act(doneWords, run) });
    this.requestUpdate();
  }

  /** Whether such an act waits. */
  protected isDelayed(key: string): boolean {
    return this.delayed.has(key);
  }

  protected override render(): TemplateResult {
    const { value, problem, nextWords } = this.poller;
    return html`
      <div class="ad-notice ${this._notice === undefined ? 'ad-notice-nothing' : ''}">
        <span role="status">${this._notice?.failed === false ? this._notice.words : nothing}</span>
        <span role="alert" class="ad-failed">${this._notice?.failed === true ? this._notice.words : nothing}</span>
      </div>
      ${problem === undefined ? nothing : html`<p class="ad-error"><span role="alert">${problem.message}</span> ${nextWords}</p>`}
      ${value === undefined ? this.#waiting() : this.content(value)}
    `;
  }

  #loadFailed({ code }: ApiProblem): void {
    if (code === 'not_found') {
      this.dispatchEvent(new CustomEvent('fl-recheck', { bubbles: true }));
    }
  }

  #waiting(): TemplateResult | typeof nothing {
    return this.poller.problem === undefined ? html`<p class="ad-muted">Loading…</p>` : nothing;
  }

  #show(notice: Notice): void {
    clearTimeout(this.#hideTimer);
    this._notice = notice;
    this.#hideTimer = setTimeout(() => {
      this._notice = undefined;
    }, NOTICE_MS);
  }
}
