import type { LatencyPreference, Quality } from '../../protocol/stream-message';

/** The names of the player's controls, menus and notices. */
export const PLAYER_WORDS = {
  player: 'Player',
  untitled: 'Fanlight',
  pause: 'Pause',
  resume: 'Resume',
  goLive: 'Go live',
  mute: 'Mute',
  unmute: 'Unmute',
  tapToUnmute: 'Tap to unmute',
  volume: 'Volume',
  snapshot: 'Snapshot',
  saved: 'Snapshot saved',
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'Copying is not allowed here',
  steer: 'Move the camera',
  pip: 'Picture in picture',
  fullscreen: 'Full screen',
  leaveFullscreen: 'Exit full screen',
  showChat: 'Show chat',
  hideChat: 'Hide chat',
  share: 'Share',
  rotate: 'Rotate',
  statistics: 'Statistics',
  shortcuts: 'Keyboard shortcuts',
  shortcutsWork: 'They work while the player has focus.',
  close: 'Close',
  copyReport: 'Copy report',
  closeStatistics: 'Close statistics',
  still: 'The last still of this camera',
  resetZoom: 'Reset zoom',
  estimate:
    'Time from the camera to your screen, estimated by comparing the clocks of the camera, the server and this page.',
} as const;

/** The texts of the settings menu. */
export const SETTINGS_WORDS = {
  menu: 'Settings',
  quality: 'Quality',
  qualities: { auto: 'Auto', main: 'High', low: 'Low' } satisfies Record<Quality, string>,
  latency: 'Latency',
  latencies: {
    low: 'Fastest',
    normal: 'Balanced',
    smooth: 'Smooth, 3 s behind',
  } satisfies Record<LatencyPreference | 'smooth', string>,
  more: 'More',
  appearance: 'Appearance',
  themes: { auto: 'Same as this device', light: 'Light', dark: 'Dark' },
} as const;

/** `count` new messages. */
export function newWords(count: number): string {
  return `${count} new`;
}

/** The name of a control with its key. */
export function withKey(name: string, key: string | undefined): string {
  return key === undefined ? name : `${name} (${key})`;
}
