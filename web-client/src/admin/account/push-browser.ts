import { SITE_ROOT } from '../../api/site-root';

/** What a browser gives a relay that is to notify it. */
export interface PushKeys {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

/** Whether this browser can be notified while the page is closed; `blocked` can only be changed in its settings. */
export type PushSupport = 'possible' | 'blocked' | 'impossible';

/** The part of a browser that subscribes to a push service. */
export interface PushBrowser {
  readonly support: PushSupport;
  /** Asks for permission and subscribes; undefined when the person or the browser refuses. */
  subscribe(relayKey: string): Promise<PushKeys | undefined>;
  /** Ends the subscription of this browser, if it has one. */
  unsubscribe(): Promise<void>;
}

interface Policy {
  createScriptURL(url: string): string;
}

/** This browser; on iPhones and iPads pages can subscribe once they are on the home screen. */
export const THIS_BROWSER: PushBrowser = {
  get support() {
    if (
      !(
        'serviceWorker' in (globalThis.navigator ?? {}) &&
        'PushManager' in globalThis &&
        'Notification' in globalThis
      )
    ) {
      return 'impossible';
    }
    return Notification.permission === 'denied' ? 'blocked' : 'possible';
  },

  async subscribe(relayKey) {
    if ((await Notification.requestPermission()) !== 'granted') {
      return undefined;
    }
    const registration = await registered();
    const subscription = await registration.pushManager
      .subscribe({ userVisibleOnly: true, applicationServerKey: relayKey })
      .catch(() => undefined);
    return subscription && keysOf(subscription.toJSON());
  },

  async unsubscribe() {
    const registration = await navigator.serviceWorker.getRegistration(`${SITE_ROOT}admin`);
    const subscription = await registration?.pushManager.getSubscription();
    await subscription?.unsubscribe();
  },
};

/** The members of a subscription that a relay needs; undefined where one is missing. */
export function keysOf({ endpoint, keys }: PushSubscriptionJSON): PushKeys | undefined {
  const { p256dh, auth } = keys ?? {};
  return endpoint === undefined || p256dh === undefined || auth === undefined
    ? undefined
    : { endpoint, p256dh, auth };
}

async function registered(): Promise<ServiceWorkerRegistration> {
  const registration = await navigator.serviceWorker.register(workerUrl(), { scope: `${SITE_ROOT}admin` });
  const worker = registration.installing ?? registration.waiting;
  if (registration.active === null && worker !== null) {
    await new Promise<void>((done) => {
      worker.addEventListener('statechange', () => worker.state === 'activated' && done());
    });
  }
  return registration;
}

/** The one script that this page may register, under the page's Trusted Types policy. */
function workerUrl(): string {
  const rules: Policy = { createScriptURL: () => `${SITE_ROOT}admin-worker.js` };
  const factory = (globalThis as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } })
    .trustedTypes;
  return (factory?.createPolicy('fanlight', rules) ?? rules).createScriptURL('');
}
