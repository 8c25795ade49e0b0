import type { OutputTime } from '../media/sound-clock';
import type { PlayMode } from '../media/support';
import type { ChatSend, Moderate, React } from '../protocol/chat-message';
import type { Ptz } from '../protocol/head-message';
import type { MediaSelection } from '../protocol/stream-message';
import type { Preferences } from './preferences';

/** Messages from the page to the engine's worker. */
export type Command =
  | {
      readonly type: 'start';
      /** Address of the relay's view socket; the link's key is never part of it. */
      readonly url: string;
      readonly camera: string;
      readonly person?: string;
      readonly preferences: Preferences;
      readonly mode: PlayMode;
      readonly canvas?: OffscreenCanvas;
    }
  /** Redial: the page's session has changed. */
  | { readonly type: 'redial' }
  | { readonly type: 'retryNow' }
  | { readonly type: 'shown'; readonly shown: boolean }
  | { readonly type: 'go_live' }
  | { readonly type: 'use_mse' }
  /** Segments of that run begin at the next key frame, with sound or without; `again` asks for the newest one at once. */
  | {
      readonly type: 'restart_segments';
      readonly run: number;
      readonly soundMime: string | undefined;
      readonly again: boolean;
    }
  /** The end of the channel to the worklet. */
  | { readonly type: 'connect_sound'; readonly port: MessagePort }
  | { readonly type: 'play_sound'; readonly on: boolean }
  | { readonly type: 'sound_time'; readonly time: OutputTime }
  | { readonly type: 'chat_send'; readonly message: ChatSend }
  | { readonly type: 'prefer'; readonly preferences: Preferences }
  | { readonly type: 'select_media'; readonly media: MediaSelection }
  | { readonly type: 'rename'; readonly name: string }
  /** Sent once; not repeated when the socket is lost. */
  | { readonly type: 'request'; readonly message: Moderate | Ptz | React }
  | { readonly type: 'snapshot'; readonly id: number };
