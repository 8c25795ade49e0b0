import type { Capabilities } from '../media/support';
import type { MediaWay } from '../rtc/path-choice';
import type { EngineEvent } from './engine-event';
import type { Preferences } from './preferences';

/** What an engine needs. */
export interface EngineOptions {
  /** Address of the view socket, without any secret. */
  readonly url: string;
  readonly camera: string;
  /** Token of an earlier visit. */
  readonly person?: string;
  readonly preferences: Preferences;
  readonly able: Capabilities;
  /** `mode` of the page's address, if there is one. */
  readonly requestedMode: string | null;
  /** `transport` of the page's address, if there is one. */
  readonly requestedTransport: MediaWay | undefined;
  /** Where the relay takes offers by WHEP, without any secret. */
  readonly whepUrl: string;
  readonly newWorker: () => Worker;
  /** Address of the module for the AudioWorklet. */
  readonly soundModuleUrl: string;
  readonly onEvent: (event: EngineEvent) => void;
}
