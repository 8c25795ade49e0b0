import { PublishElement } from '../studio/publish-element';

customElements.define('fanlight-publish', PublishElement);
