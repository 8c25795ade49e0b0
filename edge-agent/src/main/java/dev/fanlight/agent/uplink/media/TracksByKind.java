package dev.fanlight.agent.uplink.media;

import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The tracks as the threads that make them have announced them, each those of one kind. Not thread safe: the queue’s lock guards it. */
final class TracksByKind {

    private final Map<MediaKind, List<Track>> tracks = new EnumMap<>(MediaKind.class);

    /** Puts these in place of those of this kind, and returns the latter. */
    List<Track> replace(MediaKind kind, List<Track> next) {
        List<Track> before = of(kind);
        tracks.put(kind, List.copyOf(next));
        return before;
    }

    List<Track> of(MediaKind kind) {
        return tracks.getOrDefault(kind, List.of());
    }

    /** Video first. */
    List<Track> all() {
        return tracks.values().stream().flatMap(List::stream).toList();
    }

    boolean contains(MediaKind kind, int id) {
        return of(kind).stream().anyMatch(track -> track.id() == id);
    }
}
