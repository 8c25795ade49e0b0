package dev.fanlight.relay.transcode;

import dev.fanlight.relay.stream.IndexedFrame;
import dev.fanlight.relay.stream.PublishHandle;
import java.time.Duration;

/**
 * Passes everything on as it is: H.264 already, or what cannot be converted now.
 *
 * @param to where it goes
 */
record Passing(PublishHandle to) implements Conversion {

    @Override
    public void frame(IndexedFrame frame) {
        to.frame(frame.frame());
    }

    @Override
    public boolean isFull() {
        return false;
    }

    @Override
    public boolean needsKeyFrames() {
        return true;
    }

    @Override
    public boolean isStalled(long nowNanos, Duration limit) {
        return false;
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
