package dev.fanlight.media.vp;

import dev.fanlight.media.VideoShape;
import dev.fanlight.media.bitstream.BitReader;
import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a key frame of VP9 says of its size (VP9 bitstream specification §6.2). Immutable.
 *
 * @param profile 0–3
 * @param bits bits of a sample: 8, 10 or 12
 * @param width pixels, 1–16384
 * @param height pixels, 1–16384
 */
public record Vp9FrameHeader(int profile, int bits, int width, int height) {

    /** The largest picture of each level in samples (VP9 levels, Annex A), from level 1 on. */
    private static final NavigableMap<Long, Integer> LEVELS = new TreeMap<>(Map.of(
            36_864L, 10,
            73_728L, 11,
            122_880L, 20,
            245_760L, 21,
            552_960L, 30,
            983_040L, 31,
            2_228_224L, 40,
            8_912_896L, 50,
            35_651_584L, 60));

    private static final int HIGHEST_LEVEL = 62;

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
        int bits = color(in, profile);
        int width = in.bits(16) + 1;
        int height = in.bits(16) + 1;
        if (width > VideoShape.MAX_SIDE || height > VideoShape.MAX_SIDE) {
            throw new BitstreamException("a frame has 1 to 16384 pixels a side");
        }
        return Optional.of(new Vp9FrameHeader(profile, bits, width, height));
    }

    /** The lowest level, times ten, that has pictures of this size; a header does not say how many there are a second. */
    public int level() {
        Map.Entry<Long, Integer> level = LEVELS.ceilingEntry((long) width * height);
        return level == null ? HIGHEST_LEVEL : level.getValue();
    }

    /** Reads what it says of colors; returns the bits of a sample. */
    private static int color(BitReader in, int profile) throws BitstreamException {
        int bits = 8;
        if (profile >= 2) {
            bits = in.flag() ? 12 : 10;
        }
        boolean full = profile == 1 || profile == 3;
        if (in.bits(3) == RGB) {
            in.skip(full ? 1 : 0);
        } else {
            in.skip(full ? 4 : 1);
        }
        return bits;
    }
}
