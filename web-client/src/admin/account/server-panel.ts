import { html, type TemplateResult } from 'lit';

/** What of the server can be changed while it runs, and where, and what needs a restart. */
export function serverPanel(): TemplateResult {
  return html`<section class="ad-panel" aria-label="Server settings">
    <h2>Server settings</h2>
    <p class="ad-muted">These change at once, without a restart:</p>
    <ul class="ad-plain-list">
      <li>Name, who can watch, stills and H.264 of a camera: <a href="#cameras">Cameras</a>, in its menu</li>
      <li>Slow mode and who can send links: <a href="#chat">Chat</a></li>
      <li>Who has access, and until when: <a href="#links">Links</a></li>
    </ul>
    <p class="ad-muted">
      Ports, certificate, gateways and limits are in the server’s settings file and need a restart.
      <code>fanlight-relay serve --help</code> lists how to set them.
    </p>
  </section>`;
}
