import type { Role } from '../../protocol/chat-message';

/** The texts of the pages around video and chat. */
export const PAGE_WORDS = {
  brand: 'Fanlight',
  about: 'About this camera',
  chat: 'Chat',
  can: {
    watcher: 'You can watch with this link.',
    chatter: 'You can watch and chat with this link.',
    moderator: 'You can watch, chat and moderate with this link.',
    owner: 'You are the owner of this camera.',
  } satisfies Record<Role, string>,
  namedAtCamera: 'The people at the camera can see who is watching.',
  skipToPlayer: 'Skip to player',
  skipToChat: 'Skip to chat',
  tryAgain: 'Try again',
  frontPage: 'Go to the front page',
  notFound: 'Page not found',
  notFoundWhy:
    'There is nothing at this address. Check it for a typing mistake, or start from the front page.',
  cameras: 'Cameras',
  loading: 'Loading…',
  noAnswer: 'No answer',
  unreachable: 'The server is not responding.',
  noCameras: 'No public cameras',
  noCamerasWhy: 'There are no public cameras here. To watch a camera, you need a link.',
  link: 'Link',
  qr: 'QR code of the link',
  sendLink: 'Send…',
  anyoneCanWatch: 'Anyone with this link can watch.',
  nothingToShare:
    'This page no longer has the link it was opened with. Forward the link you received, or ask the owner for a new one.',
  ownerSignIn: 'Sign in as the owner',
} as const;
