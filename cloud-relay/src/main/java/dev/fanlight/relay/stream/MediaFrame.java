package dev.fanlight.relay.stream;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.relay.buffer.SharedBuffer;
import java.nio.ByteBuffer;

/** One access unit: header, payload, and the forms in which it travels. Whoever keeps it holds a reference. Thread safe. */
public interface MediaFrame extends SharedBuffer {

    /** What can be known of it without looking into the payload. */
    MediaHeader header();

    /** The payload, read-only and big-endian, with a position of its own; valid while a reference to the frame is held. */
    ByteBuffer payload();

    /**
     * The frame in a wire form, made when first asked for and shared by all who ask after that. Borrowed: it is valid while a reference to
     * the frame is held.
     */
    SharedBuffer in(FrameForm form);
}
