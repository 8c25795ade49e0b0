package dev.fanlight.relay.hub;

import dev.fanlight.relay.audience.Shared;
import java.util.List;

/**
 * One or more consecutive access units of a track that are sent at once. Immutable; whoever made it owns the reference to its bytes.
 *
 * @param frames in order, at least one; none is missing between them, unless a key frame follows
 * @param bytes all of them one behind the other
 */
record Batch(List<StreamFrame> frames, Shared bytes) {

    static Batch of(StreamFrame frame) {
        return new Batch(List.of(frame), frame.frame());
    }

    StreamFrame first() {
        return frames.get(0);
    }

    StreamFrame last() {
        return frames.get(frames.size() - 1);
    }

    int track() {
        return first().track();
    }
}
