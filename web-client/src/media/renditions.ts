import type { Track, VideoTrack } from '../protocol/track';
import { displaySize } from './display';

/** Whether this player can show the track: it plays video, and holds no keys of encrypted tracks. */
export function isPlayable(track: Track): track is VideoTrack {
  return track.kind === 'video' && track.encryption === undefined;
}

/** The track whose shape is the shape of the stage, whichever is shown. */
export function mainOf(tracks: readonly Track[]): VideoTrack | undefined {
  const videos = tracks.filter(isPlayable);
  return videos.find((track) => track.name === 'main') ?? videos[0];
}

/** Whether there is a small rendition to choose. */
export function hasSmall(tracks: readonly Track[]): boolean {
  return tracks.some((track) => isPlayable(track) && track.name === 'low');
}

/** `announced`, with the known object for each unchanged track. */
export function keepUnchanged(known: readonly Track[], announced: readonly Track[]): readonly Track[] {
  return announced.map((track) => known.find((before) => isSame(before, track)) ?? track);
}

function isSame(one: Track, other: Track): boolean {
  const left = new Map(Object.entries(one));
  const right = Object.entries(other);
  return left.size === right.length && right.every(([member, value]) => isEqual(left.get(member), value));
}

/** Members are primitives, but for the sample aspect ratio. */
function isEqual(one: unknown, other: unknown): boolean {
  return Array.isArray(one) && Array.isArray(other) ? one.join() === other.join() : one === other;
}

/** Width and height, as far as they are known. */
export interface Shape {
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

/**
 * The shape of the stage while `shown` is on it: its own, or that of the full rendition where the small one may replace it,
 * so that the layout does not shift.
 */
export function stageShape(tracks: readonly Track[], shown: Shape | undefined): Shape {
  const track = mainOf(tracks);
  const main: Shape = track === undefined ? {} : displaySize(track);
  return shown === undefined || (main.width !== undefined && hasSmall(tracks)) ? main : shown;
}
