package dev.fanlight.media.vp;

import dev.fanlight.media.VideoShape;
import dev.fanlight.media.bitstream.BitReader;
import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What a key frame of VP9 says of its size (VP9 bitstream specification §6.2). Immutable.
 *
 * @param width pixels, 1–16384
 * @param height pixels, 1–16384
 */
public record Vp9FrameHeader(int width, int height) {

    private static final int MARKER = 2;
    private static final int SYNC_CODE = 0x498342;
    private static final int RGB = 7;

    /**
     * Reads the header of a frame, which is not consumed; empty when it is no key frame.
     *
     * @throws BitstreamException when it is cut off, or is larger than video may be
     */
    public static Optional<Vp9FrameHeader> read(ByteBuffer frame) throws BitstreamException {
        if (!frame.hasRemaining()) {
            return Optional.empty();
        }
        BitReader in = BitReader.ofBytes(frame);
        if (in.bits(2) != MARKER) {
            return Optional.empty();
        }
        int profile = in.bits(1) | in.bits(1) << 1;
        in.skip(profile == 3 ? 1 : 0);
        boolean shown = in.flag();
        boolean inter = shown || in.flag();
        if (inter) {
            return Optional.empty();
        }
        in.skip(2);
        if (in.bits(24) != SYNC_CODE) {
            return Optional.empty();
        }
        skipColor(in, profile);
        int width = in.bits(16) + 1;
        int height = in.bits(16) + 1;
        if (width > VideoShape.MAX_SIDE || height > VideoShape.MAX_SIDE) {
            throw new BitstreamException("a frame has 1 to 16384 pixels a side");
        }
        return Optional.of(new Vp9FrameHeader(width, height));
    }

    private static void skipColor(BitReader in, int profile) throws BitstreamException {
        in.skip(profile >= 2 ? 1 : 0);
        boolean full = profile == 1 || profile == 3;
        if (in.bits(3) == RGB) {
            in.skip(full ? 1 : 0);
        } else {
            in.skip(full ? 4 : 1);
        }
    }
}
