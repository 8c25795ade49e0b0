package dev.fanlight.relay.stream;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.relay.buffer.SharedBuffer;
import java.nio.ByteBuffer;

/** One access unit: header, payload, and its wire forms. Whatever keeps it holds a reference. Thread safe. */
public interface MediaFrame extends SharedBuffer {

    /** Its properties, known without reading the payload. */
    MediaHeader header();

    /** The payload, read-only and big-endian, with a position of its own; valid while a reference to the frame is held. */
    ByteBuffer payload();

    /**
     * The frame in a wire form, made at the first call and shared by all later ones. The result is valid while a reference to the frame is
     * held.
     */
    SharedBuffer in(FrameForm form);
}
