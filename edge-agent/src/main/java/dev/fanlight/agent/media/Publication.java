package dev.fanlight.agent.media;

import dev.fanlight.media.Track;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is published together: renditions of the same pictures on the same clock. Immutable.
 *
 * @param formats what a decoder has to know, for each rendition there is; never empty
 */
public record Publication(Map<Rendition, StreamFormat> formats) {

    /** Keeps a copy. */
    public Publication {
        formats = Map.copyOf(formats);
    }

    /** A publication of the main rendition alone. */
    public static Publication ofMain(StreamFormat format) {
        return new Publication(Map.of(Rendition.MAIN, format));
    }

    /** Which renditions there are. */
    public Set<Rendition> renditions() {
        return formats.keySet();
    }

    /** As {@code tracks} announces it, the main rendition first. */
    public List<Track> tracks() {
        return formats.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> one.getValue().track(one.getKey()))
                .toList();
    }
}
