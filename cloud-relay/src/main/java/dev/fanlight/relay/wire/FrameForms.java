package dev.fanlight.relay.wire;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.relay.buffer.SharedBuffer;
import dev.fanlight.relay.stream.FrameForm;
import dev.fanlight.relay.stream.MediaFrame;
import java.util.IdentityHashMap;

/** The wire forms of one frame, each made once on request; at most as many as the gateways of the relay use. Thread safe. */
final class FrameForms {

    @GuardedBy("this")
    private final IdentityHashMap<FrameForm, SharedBuffer> made = new IdentityHashMap<>(2);

    /** The frame in a wire form; the caller holds a reference to the frame. */
    synchronized SharedBuffer of(MediaFrame frame, FrameForm form) {
        return made.computeIfAbsent(form, its -> its.make(frame));
    }

    synchronized void release() {
        made.values().forEach(SharedBuffer::release);
        made.clear();
    }
}
