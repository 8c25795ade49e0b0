import type { components } from '../../api/schema';

type Schemas = components['schemas'];
type Camera = Schemas['Camera'];

/** What the relay was at one moment, as far as notifications are made of it. */
export interface RelayView {
  readonly cameras: readonly Camera[];
  readonly enrollments: readonly Schemas['Enrollment'][];
}

/** What has happened between two looks at the relay. */
export type RelayEvent =
  | { readonly kind: 'lost' | 'back' | 'no_picture'; readonly camera: string; readonly title: string }
  | { readonly kind: 'watched'; readonly camera: string; readonly title: string; readonly viewers: number }
  | { readonly kind: 'asks'; readonly id: string; readonly host: string };

/** A notification about an event. */
export interface EventWords {
  readonly title: string;
  readonly text: string;
  /** Where the page shows more. */
  readonly place: string;
}

const GONE: ReadonlySet<Camera['state']> = new Set(['offline', 'pending']);

/** What has happened since `before`; a camera that was added or removed meanwhile is no event. */
export function eventsSince(before: RelayView, now: RelayView): readonly RelayEvent[] {
  const known = new Map(before.cameras.map((camera) => [camera.camera, camera]));
  const asked = new Set(before.enrollments.map(({ id }) => id));
  return [
    ...now.cameras.flatMap((camera) => {
      const earlier = known.get(camera.camera);
      return earlier === undefined ? [] : cameraEvents(earlier, camera);
    }),
    ...now.enrollments
      .filter(({ id }) => !asked.has(id))
      .map(({ id, host }) => ({ kind: 'asks', id, host }) as const),
  ];
}

/** The words of an event. */
export function eventWords(event: RelayEvent): EventWords {
  switch (event.kind) {
    case 'lost':
      return {
        title: `${event.title} is offline`,
        text: 'Viewers see its last picture. It connects again by itself.',
        place: `camera/${event.camera}`,
      };
    case 'back':
      return { title: `${event.title} is back`, text: 'It is connected again.', place: 'cameras' };
    case 'no_picture':
      return {
        title: `${event.title} gives no picture`,
        text: 'Its computer is connected, but not its camera.',
        place: `camera/${event.camera}`,
      };
    case 'watched':
      return {
        title: `Someone watches ${event.title}`,
        text: event.viewers === 1 ? '1 person is watching now.' : `${event.viewers} people are watching now.`,
        place: 'people',
      };
    case 'asks':
      return {
        title: 'A computer wants to join',
        text: `${event.host} asks to publish a camera.`,
        place: 'cameras',
      };
  }
}

function cameraEvents(before: Camera, { camera, title, state, viewers }: Camera): readonly RelayEvent[] {
  const about = { camera, title };
  return [
    ...(!GONE.has(before.state) && state === 'offline' ? [{ kind: 'lost', ...about } as const] : []),
    ...(before.state === 'offline' && !GONE.has(state) ? [{ kind: 'back', ...about } as const] : []),
    ...(before.state !== 'failed' && state === 'failed' ? [{ kind: 'no_picture', ...about } as const] : []),
    ...(before.viewers === 0 && viewers > 0 ? [{ kind: 'watched', ...about, viewers } as const] : []),
  ];
}
