import type { SafeStorage } from '../../state/storage';
import { eventWords, type RelayEvent } from './relay-events';

const KEY = 'fanlight-notify';

/** Whether events are shown as notifications of the browser. `blocked` can only be changed in the browser's settings. */
export type NotifyState = 'on' | 'off' | 'blocked' | 'impossible';

/** Shows events as notifications of the browser, when the owner has asked for that in this browser. */
export class Notifier {
  readonly #storage: SafeStorage;
  readonly #notification: typeof Notification | undefined;

  constructor(storage: SafeStorage, notification: typeof Notification | undefined) {
    this.#storage = storage;
    this.#notification = notification;
  }

  /** What is set, as far as the browser allows it. */
  get state(): NotifyState {
    if (this.#notification === undefined) {
      return 'impossible';
    }
    if (this.#notification.permission === 'denied') {
      return 'blocked';
    }
    const on = this.#storage.read(KEY) === 'on' && this.#notification.permission === 'granted';
    return on ? 'on' : 'off';
  }

  /** Turns notifications on or off; the browser asks for permission the first time. */
  async set(on: boolean): Promise<void> {
    this.#storage.write(KEY, on ? 'on' : '');
    if (on && this.#notification?.permission === 'default') {
      await this.#notification.requestPermission();
    }
  }

  /** Shows what has happened; one notification for each camera and kind at a time. */
  show(events: readonly RelayEvent[], go: (place: string) => void): void {
    if (this.state !== 'on' || this.#notification === undefined) {
      return;
    }
    for (const event of events) {
      const { title, text, place } = eventWords(event);
      const subject = event.kind === 'asks' ? event.id : event.camera;
      const shown = new this.#notification(title, { body: text, tag: `fanlight-${event.kind}-${subject}` });
      shown.onclick = () => {
        globalThis.focus();
        go(place);
        shown.close();
      };
    }
  }
}
