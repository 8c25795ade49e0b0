import type { PlayerCommand, PlayerReport } from '../../embed/player-message';
import type { WatchModel } from '../../state/watch-model';
import type { Playback } from './playback';
import type { SoundChoice } from './sound-choice';

/** What a command acts on. */
export interface Player {
  readonly playback: Playback;
  readonly sound: SoundChoice;
}

/** Does what the page around this one asks for. */
export function obey(command: PlayerCommand, { playback, sound }: Player): void {
  switch (command.command) {
    case 'play':
    case 'pause':
      return playback.setPaused(command.command === 'pause');
    case 'live':
      return playback.goLive();
    case 'mute':
    case 'unmute':
      return sound.setOn(command.command === 'unmute');
    case 'volume':
      return sound.set(command.value);
  }
}

/** How the page is, for the page around it. */
export function reportOf(model: WatchModel): PlayerReport {
  const { state, paused, latencyMs, viewers, sound } = model;
  const latency = latencyMs === undefined ? undefined : Math.round(latencyMs);
  return { state: state.name, paused, latencyMs: latency, viewers, muted: !sound.on, volume: sound.volume };
}
