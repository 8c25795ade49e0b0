package dev.fanlight.relay.fanout;

import dev.fanlight.relay.buffer.SharedBuffer;
import dev.fanlight.relay.stream.FrameForm;
import dev.fanlight.relay.stream.IndexedFrame;
import java.util.List;

/**
 * One or more consecutive access units of a track that are sent at once. Immutable; its maker owns the reference to its bytes.
 *
 * @param frames in order, at least one; none is missing between them, unless a key frame follows
 * @param bytes all of them one behind the other
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
