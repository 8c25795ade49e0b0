/** The states of the watch page: a badge, and where the video is missing a heading and a sentence. */
export const state = {
  connecting: { badge: 'Connecting', sentence: 'Connecting…' },
  unreachable: (retry: string) => `The server cannot be reached. ${retry}`,
  waking: {
    badge: 'Waking',
    heading: 'Waking the camera…',
    slow: (length: string) => `The camera is slow to start (${length})`,
    sentence: 'It sleeps while no one watches.',
    spoken: 'Waking the camera',
  },
  live: { badge: 'LIVE', spoken: 'Live' },
  behind: (length: string) => `${length} behind`,
  paused: 'Paused',
  stalled: { badge: 'Buffering', sentence: 'Waiting for video…', spoken: 'Waiting for video' },
  damaged: {
    badge: 'Damaged',
    once: 'Part of the video arrived damaged. It continues at the next complete frame.',
    again: (retry: string) => `The video keeps arriving damaged. ${retry}`,
    spoken: 'The video is damaged',
  },
  lastSeen: (time: string, ago: string) => `Last seen ${time}, ${ago}.`,
  resumes: 'The video resumes automatically.',
  offline: { badge: 'Offline', heading: 'The camera is offline' },
  failed: {
    badge: 'No video',
    heading: 'No video from the camera',
    sentence: 'The camera is connected but sends no video. Its cable may be unplugged.',
    spoken: 'The camera is connected but sends no video',
  },
  wrongLink: {
    badge: 'Invalid link',
    heading: 'This link does not work',
    sentence:
      'It may have expired, been revoked, or lost a part on its way. Ask the person who sent it for a new one.',
  },
  linkEnded: {
    badge: 'Link expired',
    heading: 'This link has expired or was revoked',
    sentence: 'Thank you for watching. To come back, ask the person who sent it for a new one.',
  },
  linkFull: {
    badge: 'Full',
    heading: 'It is full right now',
    sentence: 'This link has reached its viewer limit. The video starts by itself when there is room.',
    spoken: 'This link has reached its viewer limit. Retrying automatically.',
  },
  banned: {
    badge: 'Banned',
    heading: 'You are banned from this camera for 24 hours',
    sentence:
      'If you think this is a mistake, contact the person who sent you the link. When the ban is lifted, this page continues by itself.',
  },
  disconnected: {
    badge: 'Disconnected',
    heading: 'The owner of this camera has disconnected you',
    sentence: 'You can come back as long as your link works.',
  },
  busy: {
    badge: 'Busy',
    heading: 'The server is busy',
    sentence: 'The server accepts no more connections from your network right now.',
    spoken: 'The server is busy. Retrying automatically.',
  },
  blocked: {
    badge: 'Blocked',
    heading: 'No live connection',
    by: {
      sockets:
        'This page loaded, but its live connection does not open. A proxy or firewall on the way may not let WebSocket connections through.',
      origin:
        'The server treats this page as belonging to another site: the proxy in front of it does not pass on the address that you opened.',
      addresses: 'This page loaded, but a proxy in front of the server does not pass on its other addresses.',
    },
    spoken: 'The live connection is blocked. Retrying automatically.',
  },
  password: {
    badge: 'Password',
    heading: 'Enter the password',
    sentence: 'The owner protects this link with a password.',
    spoken: 'Password required',
    label: 'Password',
    show: 'Show password',
    watch: 'Watch',
    checking: 'Checking…',
    wrong: 'Wrong password. Try again.',
    tooMany: (wait: string) => `Too many attempts. Try again in ${wait}.`,
    again: 'You can try again now.',
  },
  pausedByOwner: {
    badge: 'Camera paused',
    heading: 'Paused by the owner',
    spoken: 'The owner has paused this camera',
  },
  pausedAtCamera: {
    badge: 'Camera off',
    heading: 'The camera is paused',
    until: (time: string) => `The camera is off outside its hours. It is back on ${time}.`,
    sentence: 'The people at the camera paused it.',
    because: (why: string) => `The people at the camera paused it: ${why}`,
  },
  restarting: { badge: 'Restarting', heading: 'The server is restarting' },
  youAreOffline: { badge: 'You are offline', sentence: 'The page reconnects automatically.' },
  unsupported: {
    badge: 'Not playable',
    heading: 'No video in this browser',
    sentence:
      'This browser cannot play the video. Try a current version of Chrome, Edge, Firefox or Safari. Chat still works.',
    spoken: 'This browser cannot play the video',
  },
};

/** The notices about a slow connection, of the viewer and of the camera. */
export const delivery = {
  no_disposable: 'Slow connection: lower frame rate',
  low: 'Slow connection: lower quality',
  key_frames: 'Slow connection: very low frame rate',
  still: 'Very slow connection: still images only',
  cameraSlow: "The camera's connection is slow",
  cameraPoor: "The camera's connection is very slow",
};

/** Lengths of time, in the shortest form that is still read as words. */
export const time = {
  seconds: (count: number) => `${count} s`,
  minutes: (count: number) => `${count} min`,
  hours: (count: number) => `${count} h`,
  fraction: (seconds: string) => `${seconds} s`,
  secondsAgo: (count: number) => `${count} s ago`,
  minutesAgo: (count: number) => `${count} min ago`,
  hoursAgo: (hours: number, minutes: number) => `${hours} h ${minutes} min ago`,
  daysAgo: (count: number) => `${count} d ago`,
  retryNow: 'Trying again now…',
  retryIn: (wait: string) => `Trying again in ${wait}.`,
  watching: (count: number) => `${count} watching`,
};
