import type { ConnectionState } from '../net/connection-state';
import type { UplinkQuality } from '../protocol/stream-condition';
import type { PublishCodec } from './codec-choice';
import type { Recording } from './command';

/** How publishing goes, a few times a second. */
export interface PublishStatus {
  readonly type: 'status';
  readonly connection: ConnectionState;
  /** Name of the camera; undefined before the relay has accepted the key. */
  readonly camera: string | undefined;
  readonly viewers: number;
  /** Viewers, recordings and everything else that needs the stream. */
  readonly readers: number;
  /** Frames are being sent. */
  readonly live: boolean;
  readonly quality: UplinkQuality;
  /** Bits a second that were sent lately. */
  readonly bitRate: number;
  readonly codec: PublishCodec | undefined;
  readonly width: number;
  readonly height: number;
  readonly fps: number;
}

/** What an engine reports. */
export type EngineReport = PublishStatus | { readonly type: 'unsupported' };

/** Messages from the worker to the page. */
export type PublishReport = EngineReport | { readonly type: 'record'; readonly recording: Recording };
