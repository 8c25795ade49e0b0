package dev.fanlight.agent.capture;

import dev.fanlight.agent.media.StreamFormat;
import dev.fanlight.media.AccessUnit;

/** What a source gives: raw pictures to be encoded, or access units that pass through. Called by the source’s thread. */
public interface SourceOutput {

    /** Takes a raw picture over; the receiver closes it. */
    void frame(RawFrame frame);

    /** Access units of this format follow, the first of them a key frame. */
    void begin(StreamFormat format);

    /** Takes the next access unit in decoding order, to be passed through. */
    void accept(AccessUnit unit);
}
