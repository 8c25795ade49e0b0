package dev.fanlight.media.vp;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What a key frame of VP8 says of its size (RFC 6386 §9.1). Immutable.
 *
 * @param width pixels, 1–16383
 * @param height pixels, 1–16383
 */
public record Vp8FrameHeader(int width, int height) {

    private static final int BYTES = 10;
    private static final int START_CODE = 0x9D012A;

    /** Reads the header of a frame, which is not consumed; empty when it is no key frame or has no size. */
    public static Optional<Vp8FrameHeader> read(ByteBuffer frame) {
        if (frame.remaining() < BYTES) {
            return Optional.empty();
        }
        int at = frame.position();
        boolean inter = (frame.get(at) & 1) != 0;
        int code = (u8(frame, at + 3) << 8 | u8(frame, at + 4)) << 8 | u8(frame, at + 5);
        int width = side(frame, at + 6);
        int height = side(frame, at + 8);
        boolean valid = !inter && code == START_CODE && width > 0 && height > 0;
        return valid ? Optional.of(new Vp8FrameHeader(width, height)) : Optional.empty();
    }

    /** Fourteen bits, little-endian; the two above say how to scale, which nothing does. */
    private static int side(ByteBuffer frame, int at) {
        return (u8(frame, at + 1) << 8 | u8(frame, at)) & 0x3FFF;
    }

    private static int u8(ByteBuffer frame, int at) {
        return frame.get(at) & 0xFF;
    }
}
