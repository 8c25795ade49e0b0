import { ChatBox } from './ui/chat-box';
import { ChatPanel } from './ui/chat-panel';
import { HelpDialog } from './ui/help-dialog';
import { NameEditor } from './ui/name-editor';
import { PasswordForm } from './ui/password-form';
import { Splitter } from './ui/splitter';
import { StageElement } from './ui/stage-element';
import { StatsOverlay } from './ui/stats-overlay';
import { WatchElement } from './ui/watch-element';

customElements.define('fanlight-chat-box', ChatBox);
customElements.define('fanlight-name-editor', NameEditor);
customElements.define('fanlight-chat', ChatPanel);
customElements.define('fanlight-splitter', Splitter);
customElements.define('fanlight-stats', StatsOverlay);
customElements.define('fanlight-help', HelpDialog);
customElements.define('fanlight-password', PasswordForm);
customElements.define('fanlight-stage', StageElement);
customElements.define('fanlight-watch', WatchElement);
