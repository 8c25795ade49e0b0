package dev.fanlight.agent.media;

import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import java.util.List;

/**
 * Where access units go. Never blocks. For several threads at a time, one for the tracks of each kind: the sink merges what they announce
 * into one list of tracks.
 */
public interface MediaSink {

    /**
     * From now on these are the tracks of this kind; those of other kinds stay as they are. What follows of this kind belongs to them, and
     * each video track continues with a key frame. To announce the same tracks of sound again changes nothing.
     */
    void begin(MediaKind kind, List<Track> tracks);

    /**
     * Takes the next access unit of a track, in decoding order.
     *
     * @param track id of one of the tracks that were announced
     */
    void accept(int track, AccessUnit unit);
}
