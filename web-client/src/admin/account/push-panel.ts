import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../../api/schema';
import { agoWords } from '../../ui/widget/time-words';
import { browserWords } from '../section/browser-words';
import type { PushSupport } from './push-browser';

type Browsers = components['schemas']['PushBrowsers']['browsers'];

const SUPPORT_WORDS: Readonly<Record<PushSupport, string>> = {
  possible:
    'When a camera is lost or back, and when someone begins to watch. Also while this page is closed.',
  blocked: 'This browser blocks notifications of this page. Allow them in its settings for the page.',
  impossible:
    'This browser cannot be notified. It needs https:// with a valid certificate; on an iPhone or iPad, add this page to the home screen first.',
};

/** What can be done with the list. */
export interface PushActs {
  readonly add: () => void;
  readonly test: (id: string) => void;
  readonly remove: (id: string, current: boolean) => void;
}

/** Browsers that the relay notifies by their push services. */
export function pushPanel(
  browsers: Browsers,
  support: PushSupport,
  busy: boolean,
  acts: PushActs,
): TemplateResult {
  const here = browsers.some(({ current }) => current);
  return html`<section class="ad-panel ad-make" aria-label="Notified browsers">
    <div><h2>Notifications on your phone</h2><p class="ad-muted">${SUPPORT_WORDS[support]}</p></div>
    <ul class="ad-rows">${browsers.map((browser) => row(browser, acts))}</ul>
    ${
      here || support !== 'possible'
        ? nothing
        : html`<div><button class="fl-button fl-button-text fl-button-main" type="button" ?disabled=${busy} @click=${acts.add}>Notify this browser</button></div>`
    }
  </section>`;
}

function row({ id, browser, created_at, current }: Browsers[number], acts: PushActs): TemplateResult {
  return html`<li class="ad-item ad-two-cols">
    <span>
      <span class="ad-title"><bdi title=${browser}>${browserWords(browser)}</bdi></span>${current ? html` <span class="ad-role">This browser</span>` : nothing}
      <span class="ad-muted ad-block">since ${agoWords((Date.now() - created_at) * 1000)}</span>
    </span>
    <span class="ad-end">
      <button class="fl-button fl-button-text" type="button" @click=${() => acts.test(id)}>Send a test</button>
      <button class="fl-button fl-button-text ad-risk" type="button" @click=${() => acts.remove(id, current)}>Remove</button>
    </span>
  </li>`;
}
