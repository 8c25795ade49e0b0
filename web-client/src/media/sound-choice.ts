import type { AudioTrack, Track } from '../protocol/track';

/** The sound that belongs to the video: the track called `audio`, or else the first with sound; undefined when there is none that can be decrypted. */
export function soundOf(tracks: readonly Track[]): AudioTrack | undefined {
  const sounds = tracks.filter(
    (track): track is AudioTrack => track.kind === 'audio' && track.encryption === undefined,
  );
  return sounds.find((track) => track.name === 'audio') ?? sounds[0];
}
