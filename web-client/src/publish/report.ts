import type { ConnectionState } from '../net/connection-state';
import type { UplinkQuality } from '../protocol/stream-condition';
import type { PublishCodec } from './codec-choice';

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

/** Messages from the worker to the page. */
export type PublishReport = PublishStatus | { readonly type: 'unsupported' };
