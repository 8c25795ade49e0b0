import { isPortal } from '../studio/portal-address';
import { PortalElement } from '../studio/portal-element';
import { PublishElement } from '../studio/publish-element';

customElements.define('fanlight-publish', PublishElement);
customElements.define('fanlight-portal', PortalElement);

document.body.prepend(
  document.createElement(isPortal(location.pathname) ? 'fanlight-portal' : 'fanlight-publish'),
);
