import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { components } from '../../api/schema';
import { lengthWords } from '../../chat/moderation-requests';
import { SLOW_MODES } from '../../ui/chat/chat-menus';
import { carryOut } from '../people/person-acts';
import { type PersonAct, personDone } from '../people/person-menu';
import { AdminSection } from '../section/admin-section';
import { untilWords } from '../section/formats';
import { chatSectionLine } from './chat-section-line';

type Schemas = components['schemas'];
type Line = Schemas['ChatLine'];

interface ChatData {
  readonly cameras: readonly Schemas['Camera'][];
  readonly camera: string;
  readonly lines: readonly Line[];
  readonly mode: Schemas['ChatMode'];
  readonly bans: readonly Schemas['Ban'][];
}

/** The chat of one camera at a time: its messages including removed ones, its bans and its settings. */
export class ChatSection extends AdminSection<ChatData | 'no camera'> {
  #chosen = '';

  protected override async load(): Promise<ChatData | 'no camera'> {
    const cameras = await this.api.call('get', '/cameras');
    const camera = (cameras.find(({ camera: name }) => name === this.#chosen) ?? cameras[0])?.camera;
    if (camera === undefined) {
      return 'no camera';
    }
    const path = { camera };
    const [lines, mode, bans] = await Promise.all([
      this.api.call('get', '/cameras/{camera}/chat', { path }),
      this.api.call('get', '/cameras/{camera}/chat-mode', { path }),
      this.api.call('get', '/cameras/{camera}/bans', { path }),
    ]);
    return { cameras, camera, lines, mode, bans };
  }

  protected override content(data: ChatData | 'no camera'): TemplateResult {
    if (data === 'no camera') {
      return html`<p>Add a camera first to see its chat.</p>`;
    }
    return html`
      <div class="ad-panel ad-make-cols">${this.#choice(data)} ${this.#rules(data)}</div>
      ${this.#bans(data)}
      <section aria-label="Messages">
        <div class="ad-section-head"><h2>Messages</h2></div>
        ${data.lines.length === 0 ? html`<p class="ad-muted">No messages yet.</p>` : nothing}
        <ul class="ad-rows">
          ${repeat(
            data.lines.toReversed(),
            (line) => line.seq,
            (line) =>
              chatSectionLine(line, this.#lineActs(data.camera, line), (who) => nameOf(who, data.lines)),
          )}
        </ul>
      </section>
    `;
  }

  #choice({ cameras, camera }: ChatData): TemplateResult {
    return html`<label class="ad-label">Camera
      <select class="fl-field" @change=${this.#choose}>
        ${cameras.map(({ camera: name, title }) => html`<option value=${name} ?selected=${name === camera}>${title}</option>`)}
      </select>
    </label>`;
  }

  #choose(event: Event): void {
    this.#chosen = (event.target as HTMLSelectElement).value;
    void this.poller.refresh();
  }

  #rules({ camera, mode }: ChatData): TemplateResult {
    const set = (change: Partial<Schemas['ChatMode']>) =>
      void this.act('Chat settings saved.', () =>
        this.api.call('put', '/cameras/{camera}/chat-mode', {
          path: { camera },
          body: { ...mode, ...change },
        }),
      );
    return html`<label class="ad-label">Slow mode
        <select class="fl-field" @change=${(e: Event) => set({ slow_seconds: Number((e.target as HTMLSelectElement).value) })}>
          ${SLOW_MODES.map(
            (s) => html`<option value=${s} ?selected=${s === mode.slow_seconds}>
              ${s === 0 ? 'off' : `one message every ${lengthWords(s)}`}
            </option>`,
          )}
        </select>
      </label>
      <label class="ad-label">Who can send links
        <select class="fl-field"
          @change=${(e: Event) => set({ links: (e.target as HTMLSelectElement).value as Schemas['ChatMode']['links'] })}>
          <option value="all" ?selected=${mode.links === 'all'}>everyone</option>
          <option value="moderators" ?selected=${mode.links === 'moderators'}>moderators only</option>
        </select>
      </label>`;
  }

  #bans({ camera, bans }: ChatData): TemplateResult | typeof nothing {
    if (bans.length === 0) {
      return nothing;
    }
    return html`<section aria-label="Banned">
      <div class="ad-section-head"><h2>Banned</h2></div>
      <ul class="ad-rows">
        ${bans.map(
          ({ person, name, until }) => html`<li class="ad-item ad-two-cols">
            <span><bdi class="ad-title">${name}</bdi> <span class="ad-muted">ends ${untilWords(until, Date.now())}</span></span>
            <span class="ad-end"><button class="fl-button fl-button-text" type="button" @click=${() => this.#lift(camera, person, name)}>
              Lift ban
            </button></span>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  #lift(camera: string, person: string, name: string): void {
    void this.act(`${name} is no longer banned.`, () =>
      this.api.call('delete', '/cameras/{camera}/bans/{person}', { path: { camera, person } }),
    );
  }

  #lineActs(camera: string, { seq, person, name }: Line) {
    return {
      remove: () =>
        void this.act('Message removed.', () =>
          this.api.call('delete', '/cameras/{camera}/chat/{seq}', { path: { camera, seq } }),
        ),
      restore: () =>
        void this.act('Message restored.', () =>
          this.api.call('post', '/cameras/{camera}/chat/{seq}/restore', { path: { camera, seq } }),
        ),
      person: (act: PersonAct) =>
        void this.act(personDone(name, act), () => carryOut(this.api, camera, person, act)),
    };
  }
}

/** The name of a person who has written here; any other actor as the relay names it. */
function nameOf(who: string, lines: readonly Line[]): string {
  const person = who.replace(/^moderator:/, '');
  return lines.findLast((line) => line.person === person)?.name ?? who;
}
