package dev.fanlight.relay.stream;

import dev.fanlight.media.TrackSet;
import dev.fanlight.runtime.ClockOffset;
import java.util.List;
import java.util.Optional;

/** A stream at one moment, for a reader that brings a late joiner up to date. Valid only while {@link ReaderHandle#inOrder} runs. */
public interface StreamView {

    /** How the stream stands. */
    StreamStatus status();

    /** How the publisher's clock stands to the relay's, if that is known. */
    Optional<ClockOffset.Sample> clock();

    /** What is being published, if anything is. */
    Optional<TrackSet> tracks();

    /** Which tracks show the same video in which size. */
    Renditions renditions();

    /**
     * What a late joiner needs to begin: the frames of one rendition since its newest key frame, and those of all tracks without video.
     * Each is retained for the caller.
     *
     * @param low whether the small rendition is wanted, where there is one
     */
    List<IndexedFrame> cached(boolean low);

    /** How many people watch by all readers together. */
    int viewers();

    /** Asks the publisher for a key frame of the main rendition, unless that was just done. */
    void requestKeyFrame();
}
