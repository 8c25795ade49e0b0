import { html, nothing, type TemplateResult } from 'lit';
import { type ApiClient, asProblem } from '../../api/api-client';
import { LightElement } from '../../ui/widget/light-element';
import { Poller } from './poller';

const TOLD_MS = 6000;

/** What the reader is told about what they did last. */
interface Told {
  readonly words: string;
  readonly failed: boolean;
}

/** A section of the owner's page: asks for its data, shows it, and does what is asked for. Fires `fl-recheck` when it seems signed out. */
export abstract class AdminSection<T> extends LightElement {
  static override properties = {
    api: { attribute: false },
    _told: { state: true },
    _busy: { state: true },
  };

  declare api: ApiClient;
  private declare _told: Told | undefined;
  private declare _busy: boolean;
  #forget: ReturnType<typeof setTimeout> | undefined;
  protected readonly poller = new Poller<T>(this, () => this.load());

  constructor() {
    super();
    this._busy = false;
  }

  /** Asks for everything the section shows. */
  protected abstract load(): Promise<T>;

  /** The section for what was last heard. */
  protected abstract content(data: T): TemplateResult;

  /** Whether an act is under way. */
  protected get busy(): boolean {
    return this._busy;
  }

  /** Does something, says what became of it and asks anew; undefined when it failed. */
  protected async act<R>(doneWords: string, run: () => Promise<R>): Promise<R | undefined> {
    this._busy = true;
    try {
      const result = await run();
      this.#tell({ words: doneWords, failed: false });
      await this.poller.refresh();
      return result;
    } catch (caught) {
      this.#tell({ words: asProblem(caught).message, failed: true });
      return undefined;
    } finally {
      this._busy = false;
    }
  }

  protected override updated(): void {
    if (this.poller.problem?.code === 'not_found') {
      this.dispatchEvent(new CustomEvent('fl-recheck', { bubbles: true }));
    }
  }

  protected override render(): TemplateResult {
    const { value, problem } = this.poller;
    return html`
      <div class="ad-told ${this._told === undefined ? 'ad-told-nothing' : ''}">
        <span role="status">${this._told?.failed === false ? this._told.words : nothing}</span>
        <span role="alert" class="ad-failed">${this._told?.failed === true ? this._told.words : nothing}</span>
      </div>
      ${problem === undefined ? nothing : html`<p class="ad-trouble" role="alert">${problem.message}</p>`}
      ${value === undefined ? this.#waiting() : this.content(value)}
    `;
  }

  #waiting(): TemplateResult | typeof nothing {
    return this.poller.problem === undefined ? html`<p class="ad-muted">One moment…</p>` : nothing;
  }

  #tell(told: Told): void {
    clearTimeout(this.#forget);
    this._told = told;
    this.#forget = setTimeout(() => {
      this._told = undefined;
    }, TOLD_MS);
  }
}
