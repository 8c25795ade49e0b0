package dev.fanlight.agent.media;

import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The tracks as the threads that make them have announced them, each those of one kind. Not thread safe: the lock of its owner guards it. */
public final class TracksByKind {

    private final Map<MediaKind, List<Track>> tracks = new EnumMap<>(MediaKind.class);

    /** Puts these in place of those of this kind, and returns the latter. */
    public List<Track> replace(MediaKind kind, List<Track> next) {
        List<Track> before = of(kind);
        tracks.put(kind, List.copyOf(next));
        return before;
    }

    /** Those of one kind. */
    public List<Track> of(MediaKind kind) {
        return tracks.getOrDefault(kind, List.of());
    }

    /** Video first. */
    public List<Track> all() {
        return tracks.values().stream().flatMap(List::stream).toList();
    }

    /** Whether one of this kind has this id. */
    public boolean contains(MediaKind kind, int id) {
        return of(kind).stream().anyMatch(track -> track.id() == id);
    }
}
