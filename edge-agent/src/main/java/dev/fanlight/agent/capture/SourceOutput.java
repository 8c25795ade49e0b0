package dev.fanlight.agent.capture;

import dev.fanlight.agent.media.MediaSink;

/** What a source gives: raw pictures to be encoded, or access units that pass through. Called by the source’s thread. */
public interface SourceOutput extends MediaSink {

    /** Takes a raw picture over; the receiver closes it. */
    void frame(RawFrame frame);
}
