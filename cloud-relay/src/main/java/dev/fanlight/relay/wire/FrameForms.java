package dev.fanlight.relay.wire;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.relay.buffer.SharedBuffer;
import dev.fanlight.relay.stream.FrameForm;
import dev.fanlight.relay.stream.MediaFrame;
import java.util.IdentityHashMap;

/** The forms in which a frame was asked for, each made once; as many as there are forms in the relay's gateways. Thread safe. */
final class FrameForms {

    @GuardedBy("this")
    private final IdentityHashMap<FrameForm, SharedBuffer> made = new IdentityHashMap<>(2);

    /** The form of a frame, to which the caller holds a reference. */
    synchronized SharedBuffer of(MediaFrame frame, FrameForm form) {
        return made.computeIfAbsent(form, its -> its.make(frame));
    }

    synchronized void release() {
        made.values().forEach(SharedBuffer::release);
        made.clear();
    }
}
