package dev.fanlight.agent.media;

import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.Track;
import java.util.List;

/** Where access units go. Never blocks; one thread at a time calls it. */
public interface MediaSink {

    /** A new epoch begins: all that follows belongs to these tracks, and each video track continues with a key frame. */
    void begin(List<Track> tracks);

    /**
     * Takes the next access unit of a track, in decoding order.
     *
     * @param track id of one of the tracks that were announced
     */
    void accept(int track, AccessUnit unit);
}
