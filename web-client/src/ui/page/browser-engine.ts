import { Engine } from '../../engine/engine';
import type { EngineEvent } from '../../engine/engine-event';
import type { Preferences } from '../../engine/preferences';
import soundModule from '../../engine/sound-worklet.ts?worker&url';
import { trustedWorkerUrl } from '../../engine/trusted-worker-url';
import workerUrl from '../../engine/worker.ts?worker&url';
import type { PageAddress } from '../../entry/page-address';
import { capabilitiesOf } from '../../media/support';

/** What a page knows of its viewer, and where events go. */
export interface BrowserEngineOptions {
  /** Token of an earlier welcome. */
  readonly person: string | undefined;
  readonly preferences: Preferences;
  readonly onEvent: (event: EngineEvent) => void;
}

/** The engine for `address` with what this browser can do and a worker of its own; not started. */
export function browserEngine(
  address: PageAddress,
  { person, preferences, onEvent }: BrowserEngineOptions,
): Engine {
  return new Engine({
    url: address.socketUrl,
    camera: address.camera,
    ...(person !== undefined && { person }),
    preferences,
    able: capabilitiesOf(globalThis),
    requestedMode: address.mode,
    requestedTransport: address.transport,
    whepUrl: address.whepUrl,
    newWorker: () => new Worker(trustedWorkerUrl(workerUrl), { type: 'module' }),
    soundModuleUrl: soundModule,
    onEvent,
  });
}
