import { ChatBox } from '../ui/chat/chat-box';
import { ChatPanel } from '../ui/chat/chat-panel';
import { EmojiPicker } from '../ui/chat/emoji-picker';
import { NameEditor } from '../ui/chat/name-editor';
import { speakHere } from '../ui/page/browser-language';
import { ShareDialog } from '../ui/page/share-dialog';
import { Splitter } from '../ui/page/splitter';
import { WatchElement } from '../ui/page/watch-element';
import { HeadPad } from '../ui/player/head-pad';
import { HelpDialog } from '../ui/player/help-dialog';
import { PasswordForm } from '../ui/player/password-form';
import { StageElement } from '../ui/player/stage-element';
import { StatsOverlay } from '../ui/player/stats-overlay';
import { CopyText } from '../ui/widget/copy-text';
import { MenuButton } from '../ui/widget/menu-button';
import { need, onDemand } from '../ui/widget/on-demand';
import { elementFor } from './element-for';
import { showPart } from './page-part';

customElements.define('fanlight-menu', MenuButton);
customElements.define('fanlight-copy', CopyText);
customElements.define('fanlight-share', ShareDialog);
customElements.define('fanlight-emoji', EmojiPicker);
customElements.define('fanlight-chat-box', ChatBox);
customElements.define('fanlight-name-editor', NameEditor);
customElements.define('fanlight-chat', ChatPanel);
customElements.define('fanlight-splitter', Splitter);
customElements.define('fanlight-stats', StatsOverlay);
customElements.define('fanlight-help', HelpDialog);
customElements.define('fanlight-password', PasswordForm);
customElements.define('fanlight-head', HeadPad);
customElements.define('fanlight-stage', StageElement);
customElements.define('fanlight-watch', WatchElement);

onDemand('fanlight-index', async () => (await import('../ui/page/index-element')).IndexElement);
onDemand('fanlight-grid', async () => (await import('../ui/page/grid-element')).GridElement);
onDemand('fanlight-missing', async () => (await import('../ui/page/missing-element')).MissingElement);
onDemand('fanlight-states', async () => (await import('../ui/page/states-element')).StatesElement);
onDemand('fanlight-rewind', async () => (await import('../rewind/rewind-element')).RewindElement);
onDemand('fanlight-confirm', async () => (await import('../ui/widget/confirm-button')).ConfirmButton);
onDemand('fanlight-clips', async () => {
  await need('fanlight-confirm');
  return (await import('../rewind/clips-element')).ClipsElement;
});

void speakHere().then(async () => {
  showPart(location, document);
  const element = elementFor(location.pathname);
  await need(element);
  document.body.prepend(document.createElement(element));
});
