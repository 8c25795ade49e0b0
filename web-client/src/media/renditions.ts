import type { Track } from '../protocol/stream-message';

/** The track whose shape is the shape of the stage, whichever is shown. */
export function mainOf(tracks: readonly Track[]): Track | undefined {
  const videos = tracks.filter((track) => track.kind === 'video');
  return videos.find((track) => track.name === 'main') ?? videos[0];
}

/** Whether there is a small rendition to choose. */
export function hasSmall(tracks: readonly Track[]): boolean {
  return tracks.some((track) => track.kind === 'video' && track.name === 'low');
}

/** `announced` with the known object in the place of each track that is as it was. */
export function keepUnchanged(known: readonly Track[], announced: readonly Track[]): readonly Track[] {
  return announced.map((track) => known.find((before) => isSame(before, track)) ?? track);
}

function isSame(one: Track, other: Track): boolean {
  const members = [...new Set([...Object.keys(one), ...Object.keys(other)])] as (keyof Track)[];
  return members.every((member) => one[member] === other[member]);
}

/** Width and height, as far as they are known. */
export interface Shape {
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

/**
 * The shape of the stage while `shown` is on it: its own, or that of the full picture where a small one may take its place,
 * so that nothing jumps.
 */
export function stageShape(tracks: readonly Track[], shown: Shape | undefined): Shape {
  const main: Shape = mainOf(tracks) ?? {};
  const told = main.width !== undefined && main.height !== undefined;
  return shown === undefined || (told && hasSmall(tracks)) ? main : shown;
}
