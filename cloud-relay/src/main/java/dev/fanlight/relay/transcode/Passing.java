package dev.fanlight.relay.transcode;

import dev.fanlight.media.TrackSet;
import dev.fanlight.relay.stream.IndexedFrame;
import dev.fanlight.relay.stream.PublishHandle;
import java.time.Duration;
import java.util.Optional;

/**
 * Passes everything on as it is: H.264 already, or what cannot be converted now.
 *
 * @param to where it goes
 * @param unconverted the camera’s tracks, when its video would be converted if there were a place for that
 */
record Passing(PublishHandle to, Optional<TrackSet> unconverted) implements Conversion {

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
