import { plurals } from '../plurals';

const n = plurals('en');

/** What stands around video and chat, and the pages without them. */
export const page = {
  brand: 'Fanlight',
  about: 'About this camera',
  chat: 'Chat',
  chatWidth: 'Chat width',
  can: {
    watcher: 'You can watch with this link.',
    chatter: 'You can watch and chat with this link.',
    moderator: 'You can watch, chat and moderate with this link.',
    owner: 'You are the owner of this camera.',
  },
  skipToPlayer: 'Skip to player',
  skipToChat: 'Skip to chat',
  tryAgain: 'Try again',
  request: 'Request',
  frontPage: 'Go to the front page',
  notFound: 'Page not found',
  notFoundWhy:
    'There is nothing at this address. Check it for a typing mistake, or start from the front page.',
  cameras: 'Cameras',
  countOfCameras: (count: number) => n(count, { one: '# camera', other: '# cameras' }),
  videoOf: (camera: string) => `Video of ${camera}`,
  loading: 'Loading…',
  noAnswer: 'No answer',
  unreachable: 'The server is not responding.',
  noCameras: 'No public cameras',
  noCamerasWhy: 'There are no public cameras here. To watch a camera, you need a link.',
  ownerSignIn: 'Sign in as the owner',
};

/** The share dialog. */
export const share = {
  link: 'Link',
  qr: 'QR code of the link',
  send: 'Send…',
  allows: {
    watch: 'Anyone with this link can watch.',
    chat: 'Anyone with this link can watch and chat.',
    moderate: 'Anyone with this link can watch, chat and moderate. Share it with care.',
  },
  needsPassword: 'A password is required.',
  expires: (time: string) => `Expires ${time}.`,
  revocable: 'The owner can revoke it at any time.',
  embed: 'For a page of yours',
  embedHint: 'Shows the video on sites that the owner has allowed.',
  nothing:
    'This page no longer has the link it was opened with. Forward the link you received, or ask the owner for a new one.',
};

/** The states of cameras in a list. */
export const cameraStates = {
  pending: 'Waiting for its device',
  offline: 'Offline',
  asleep: 'Asleep until someone watches',
  starting: 'Starting',
  live: 'Live',
  failed: 'No video',
  paused: 'Paused',
};
