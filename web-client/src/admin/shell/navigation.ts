import { html, nothing, type TemplateResult } from 'lit';
import { SITE_ROOT } from '../../api/site-root';
import { fan } from '../../ui/widget/fan';
import { icon } from '../../ui/widget/icon';
import { type AdminIconName, adminIcon } from '../section/admin-icon';

/** A place in the menu. */
export interface NavPlace {
  readonly name: string;
  readonly label: string;
  readonly icon: AdminIconName;
  /** A number beside it. */
  readonly tally?: number;
  /** Whether it needs the owner: a sign, and words for who does not see it. */
  readonly calls?: string;
  /** Whether narrow windows show it under “More” only. */
  readonly more: boolean;
}

/** The menu: a list at the side, or in narrow windows a bar at the foot with `More` in it. */
export function navigation(
  places: readonly NavPlace[],
  current: string,
  host: string,
  signOut: () => void,
): TemplateResult {
  const underMore = current === 'more' || places.some(({ name, more }) => more && name === current);
  return html`<nav class="ad-nav" aria-label="Sections">
    <a class="ad-brand" href=${SITE_ROOT}><span class="ad-brand-fan">${fan(5)}</span><span class="ad-cut">${host}</span></a>
    ${places.map((place) => item(place, current))}
    <a class="ad-nav-item ad-pocket-only" href="#more" aria-current=${underMore ? 'page' : 'false'}>${icon('more')}<span>More</span></a>
    <div class="ad-nav-end">
      <button class="ad-nav-item" type="button" @click=${signOut}>${adminIcon('sign_out')}<span>Sign out</span></button>
    </div>
  </nav>`;
}

/** What narrow windows show under “More”. */
export function morePage(places: readonly NavPlace[], signOut: () => void): TemplateResult {
  return html`<div class="ad-more">
    ${places.filter(({ more }) => more).map((place) => item(place, ''))}
    <a class="ad-nav-item" href=${SITE_ROOT}>${adminIcon('open')}<span>Front page</span></a>
    <button class="ad-nav-item" type="button" @click=${signOut}>${adminIcon('sign_out')}<span>Sign out</span></button>
  </div>`;
}

function item({ name, label, icon: drawing, tally, calls, more }: NavPlace, current: string): TemplateResult {
  return html`<a class="ad-nav-item ${more ? 'ad-wide-only' : ''}" href=${`#${name}`} aria-current=${name === current ? 'page' : 'false'}>
    ${adminIcon(drawing)}<span>${label}</span>
    ${calls === undefined ? nothing : html`<span class="ad-nav-calls" title=${calls}><span class="fl-unseen">, ${calls}</span></span>`}
    ${tally === undefined || tally === 0 ? nothing : html`<span class="ad-tally" aria-hidden="true">${tally}</span>`}
  </a>`;
}
