package dev.fanlight.relay.fanout;

import dev.fanlight.relay.buffer.SharedBuffer;
import dev.fanlight.relay.stream.FrameForm;
import dev.fanlight.relay.stream.IndexedFrame;
import java.util.List;

/**
 * One or more consecutive access units of a track that are sent together. Immutable; the creator owns the reference to the bytes.
 *
 * @param frames in order, at least one; without a gap, except before a key frame
 * @param bytes all of them in one buffer
 */
record FrameBatch(List<IndexedFrame> frames, SharedBuffer bytes) {

    static FrameBatch of(IndexedFrame frame, FrameForm form) {
        return new FrameBatch(List.of(frame), frame.frame().in(form));
    }

    IndexedFrame first() {
        return frames.get(0);
    }

    IndexedFrame last() {
        return frames.get(frames.size() - 1);
    }

    int track() {
        return first().track();
    }
}
