import { PlayerElement, VideoElement } from '../embed/player-element';

// A page may load this twice, from two relays for example.
if (customElements.get('fanlight-cam') === undefined) {
  customElements.define('fanlight-cam', PlayerElement);
  customElements.define('fanlight-video', VideoElement);
}
