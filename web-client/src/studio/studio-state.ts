import type { CaptureProblem } from '../capture/capture-problem';
import type { ConnectionState } from '../net/connection-state';
import type { PublishStatus } from '../publish/report';

/** What is known of a page that publishes. */
export interface StudioFacts {
  /** Whether the page has a publish key. */
  readonly hasKey: boolean;
  /** Whether this browser can send video at all. */
  readonly supported: boolean;
  /** How far the devices are; `gone`: the camera was unplugged while it was in use. */
  readonly capture: 'asking' | 'on' | 'gone' | CaptureProblem;
  /** The person has started streaming. */
  readonly started: boolean;
  /** The person has paused the video, or the system took the camera away for a while. */
  readonly paused: boolean;
  readonly status: PublishStatus | undefined;
}

/** What the page shows. */
export type StudioState =
  | { readonly name: 'no_key' | 'unsupported' | 'asking' | 'ready' | 'connecting' | 'device_gone' }
  | { readonly name: CaptureProblem }
  | { readonly name: 'lost' | 'busy' | 'restarting' }
  | { readonly name: 'key_refused' | 'replaced' }
  | { readonly name: 'paused' | 'standby' | 'starting' | 'live' };

/** Derives what the page shows. */
export function studioState(facts: StudioFacts): StudioState {
  if (!facts.hasKey) {
    return { name: 'no_key' };
  }
  if (!facts.supported) {
    return { name: 'unsupported' };
  }
  const refused = facts.started ? refusal(facts.status?.connection) : undefined;
  if (refused !== undefined) {
    return refused;
  }
  if (facts.capture === 'gone') {
    return { name: facts.started ? 'device_gone' : 'no_device' };
  }
  if (facts.capture === 'asking') {
    return { name: 'asking' };
  }
  if (facts.capture !== 'on') {
    return { name: facts.capture };
  }
  return facts.started ? streaming(facts) : { name: 'ready' };
}

function refusal(connection: ConnectionState | undefined): StudioState | undefined {
  if (connection?.kind !== 'refused') {
    return undefined;
  }
  return { name: connection.reason === 'replaced' ? 'replaced' : 'key_refused' };
}

function streaming({ status, paused }: StudioFacts): StudioState {
  if (status === undefined || status.connection.kind === 'idle') {
    return { name: 'connecting' };
  }
  if (status.connection.kind !== 'open') {
    return interrupted(status.connection);
  }
  if (paused) {
    return { name: 'paused' };
  }
  if (status.readers === 0) {
    return { name: 'standby' };
  }
  return { name: status.live ? 'live' : 'starting' };
}

function interrupted(connection: Exclude<ConnectionState, { kind: 'open' | 'idle' }>): StudioState {
  const reason = 'reason' in connection ? connection.reason : undefined;
  if (reason === 'busy' || reason === 'restarting') {
    return { name: reason };
  }
  return { name: reason === undefined ? 'connecting' : 'lost' };
}
