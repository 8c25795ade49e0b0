package dev.fanlight.relay.stream;

import dev.fanlight.media.TrackSet;
import dev.fanlight.media.ptz.HeadAnswer;
import dev.fanlight.media.ptz.HeadCommand;
import dev.fanlight.runtime.ClockOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A snapshot of a stream, for a reader that serves a late joiner. Valid only while {@link ReaderHandle#inOrder} runs. */
public interface StreamView {

    /** The state of the stream. */
    StreamStatus status();

    /** Offset of the publisher's clock to the relay's, if known. */
    Optional<ClockOffset.Sample> clock();

    /** The announced tracks, if any. */
    Optional<TrackSet> tracks();

    /** The renditions of the announced tracks. */
    Renditions renditions();

    /**
     * What a late joiner needs to begin: the frames of one rendition since its newest key frame, and those of all tracks without video.
     * Each is retained for the caller.
     *
     * @param low whether the low rendition is wanted, if there is one
     */
    List<IndexedFrame> cached(boolean low);

    /**
     * What there is to show to a late joiner before the next key frame, when what followed the newest one was too much to keep: that key
     * frame alone, retained for the caller. Nothing that follows it can be decoded from it.
     *
     * @param low whether the low rendition is wanted, if there is one
     */
    Optional<IndexedFrame> still(boolean low);

    /** Number of viewers of all readers together. */
    int viewers();

    /** Requests a key frame of the main rendition, unless the last request is too recent. */
    void requestKeyFrame();

    /** Passes a command on to the camera’s head. {@code answer} is called once, on any thread, and must neither block nor call back. */
    void head(HeadCommand command, Consumer<HeadAnswer> answer);
}
