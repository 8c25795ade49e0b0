import type { components } from '../../api/schema';

type Camera = components['schemas']['Camera'];

/** How far a new camera has come. */
export type JoinProgress = 'waiting' | 'connected' | 'no_picture' | 'picture';

/** How far a camera has come, by what the relay knows of it and by whether its first still has been seen here. */
export function joinProgress({ state }: Pick<Camera, 'state'>, pictureSeen: boolean): JoinProgress {
  switch (state) {
    case 'pending':
    case 'offline':
      return 'waiting';
    case 'failed':
      return 'no_picture';
    case 'live':
      return 'picture';
    default:
      return pictureSeen ? 'picture' : 'connected';
  }
}
