package dev.fanlight.relay.transcode;

import dev.fanlight.relay.stream.IndexedFrame;
import java.time.Duration;

/** What becomes of the access units of a camera on their way into the derived stream. Event loop only. */
interface Conversion {

    /** Takes the next access unit, which the caller still owns, even if it is full. */
    void frame(IndexedFrame frame);

    /** Whether more waits than should. */
    boolean isFull();

    /** Whether key frames can be requested of the camera for it. */
    boolean needsKeyFrames();

    /** Whether something went in and nothing has come out for {@code limit}. */
    boolean isStalled(long nowNanos, Duration limit);

    /** Passes nothing on any more; does nothing the second time. */
    void close();
}
