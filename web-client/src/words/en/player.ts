/** The player's controls, menus and notices. */
export const player = {
  player: 'Player',
  untitled: 'Fanlight',
  pause: 'Pause',
  resume: 'Resume',
  goLive: 'Go live',
  mute: 'Mute',
  unmute: 'Unmute',
  muted: 'Muted',
  tapToUnmute: 'Tap to unmute',
  volume: 'Volume',
  volumeIs: (percent: number) => `Volume ${percent} %`,
  snapshot: 'Snapshot',
  saved: 'Snapshot saved',
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'Copying is not allowed here',
  selectToCopy: 'Could not copy. Select the text and copy it.',
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
  newMessages: (count: number) => `${count} new`,
};

/** The settings menu. */
export const settings = {
  menu: 'Settings',
  quality: 'Quality',
  qualities: { auto: 'Auto', main: 'High', low: 'Low' },
  latency: 'Latency',
  latencies: { low: 'Fastest', normal: 'Balanced', smooth: 'Smooth, 3 s behind' },
  appearance: 'Appearance',
  themes: { auto: 'Same as this device', light: 'Light', dark: 'Dark' },
  language: 'Language',
};

/** The buttons that move the camera, and why it does not move. */
export const pad = {
  up: 'Tilt up',
  down: 'Tilt down',
  left: 'Pan left',
  right: 'Pan right',
  in: 'Zoom in',
  out: 'Zoom out',
  presets: 'Presets',
  refusals: {
    not_allowed: 'Your link does not let you move the camera.',
    too_fast: 'Too many moves at once. Try again in a moment.',
    paused: 'The camera is paused and does not move.',
    off: 'The people at the camera do not let viewers move it.',
    unavailable: 'The camera does not answer. Try again in a moment.',
    refused: 'The camera refused that.',
  },
};

/** The list of keyboard shortcuts. */
export const keys = {
  space: 'Space, k',
  end: 'End, 0',
  pause: 'Pause or resume',
  mute: 'Mute or unmute',
  theatre: 'Theatre: the video fills the window',
  zoom: 'Zoom in, out, and back to the whole',
  pan: 'Move what is zoomed',
  snapshot: 'Save a snapshot',
  chat: 'Show or hide chat',
  write: 'Write a message; Esc returns to the player',
  steer: 'Camera controls, where you may move the camera',
  move: 'Move and zoom the camera while held, where you may',
};

/** The statistics as people ask for them. */
export const stats = {
  sentence: 'from the camera to your screen, estimated.',
  unknown: 'Not known yet',
  upload: 'Upload to the server',
  download: 'Download to you',
  smoothness: 'Kept back for smoothness',
  rest: 'Camera, encoding and decoding',
  experts: 'For experts',
  good: 'Good',
  none: 'None',
  video: 'Video',
  perSecond: (width: number, height: number, frames: number) => `${width} × ${height}, ${frames} a second`,
  data: 'Data',
  interruptions: 'Interruptions',
  cameraUpload: 'Camera’s upload',
  yourConnection: 'Your connection',
};
