package dev.fanlight.relay.stream;

import dev.fanlight.relay.buffer.SharedBuffer;

/**
 * A wire form of frames, such as a WebSocket message or an FLV tag. Forms are distinguished by identity: declare each as one constant.
 * Thread safe.
 */
@FunctionalInterface
public interface FrameForm {

    /** Makes the form of a frame; the caller owns the one reference to the result. */
    SharedBuffer make(MediaFrame frame);
}
