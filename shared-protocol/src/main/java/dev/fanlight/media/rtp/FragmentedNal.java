package dev.fanlight.media.rtp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** A NAL unit whose fragments arrive; its size is limited by its access unit. Not thread safe. */
final class FragmentedNal {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    void begin(byte header) {
        bytes.reset();
        bytes.write(header);
    }

    boolean isOpen() {
        return bytes.size() > 0;
    }

    void add(ByteBuffer fragment) {
        byte[] copy = new byte[fragment.remaining()];
        fragment.duplicate().get(copy);
        bytes.writeBytes(copy);
    }

    ByteBuffer end() {
        ByteBuffer whole = ByteBuffer.wrap(bytes.toByteArray());
        bytes.reset();
        return whole;
    }

    void clear() {
        bytes.reset();
    }
}
