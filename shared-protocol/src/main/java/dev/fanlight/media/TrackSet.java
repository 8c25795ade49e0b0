package dev.fanlight.media;

import java.util.List;
import java.util.Optional;

/**
 * What a publisher sends during one epoch. Immutable.
 *
 * @param epoch unsigned 32 bits, a new one each time publishing begins
 * @param tracks at least one, with distinct ids
 */
public record TrackSet(long epoch, List<Track> tracks) {

    public TrackSet {
        tracks = List.copyOf(tracks);
    }

    /** The track of this id, if it was announced. */
    public Optional<Track> find(int id) {
        return tracks.stream().filter(track -> track.id() == id).findFirst();
    }
}
