package dev.fanlight.agent.source;

import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.Track;
import java.util.List;

/**
 * What a source delivers: video as raw frames that are to be encoded, or as access units that are passed through; beside either, sound as
 * access units. Called by the source’s thread.
 */
public interface SourceOutput {

    /** Takes ownership of a raw frame; the receiver closes it. */
    void frame(RawFrame frame);

    /**
     * From now on these are the tracks of all access units that the source delivers: of video that is passed through, which continues with a
     * key frame, and of sound. Raw frames have none, so that a source of raw frames without sound may leave it out.
     */
    void begin(List<Track> tracks);

    /**
     * Takes the next access unit of a track, in decoding order.
     *
     * @param track id of one of the tracks that were announced
     */
    void accept(int track, AccessUnit unit);

    /** Something people should know about the source, which goes on: a sentence. A source says the same thing once. */
    void notice(String sentence);
}
