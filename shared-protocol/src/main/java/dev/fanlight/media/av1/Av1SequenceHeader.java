package dev.fanlight.media.av1;

import dev.fanlight.media.VideoShape;
import dev.fanlight.media.bitstream.BitReader;
import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What the sequence header of AV1 says of the size of its frames (AV1 bitstream specification §5.5). Immutable.
 *
 * @param width of the largest frame, pixels, 1–16384
 * @param height of the largest frame, pixels, 1–16384
 */
public record Av1SequenceHeader(int width, int height) {

    private static final int SEQUENCE_HEADER = 1;
    private static final int MAX_SIZE_BYTES = 8;
    private static final int LEVELS_WITHOUT_TIER = 7;

    /**
     * Finds one among open bitstream units, such as those of a configuration record or of a key frame; not consumed.
     *
     * @throws BitstreamException when a unit is cut off, or frames are larger than video may be
     */
    public static Optional<Av1SequenceHeader> find(ByteBuffer units) throws BitstreamException {
        ByteBuffer in = units.duplicate();
        while (in.hasRemaining()) {
            int head = in.get() & 0xFF;
            boolean extended = (head & 4) != 0;
            boolean sized = (head & 2) != 0;
            require(in, extended ? 1 : 0);
            in.position(in.position() + (extended ? 1 : 0));
            int size = sized ? size(in) : in.remaining();
            require(in, size);
            if ((head >> 3 & 0xF) == SEQUENCE_HEADER) {
                return Optional.of(read(BitReader.ofBytes(in.slice(in.position(), size))));
            }
            in.position(in.position() + size);
        }
        return Optional.empty();
    }

    private static Av1SequenceHeader read(BitReader in) throws BitstreamException {
        in.skip(3 + 1);
        if (in.flag()) {
            in.skip(5);
        } else {
            skipOperatingPoints(in);
        }
        int widthBits = in.bits(4) + 1;
        int heightBits = in.bits(4) + 1;
        int width = in.bits(widthBits) + 1;
        int height = in.bits(heightBits) + 1;
        if (width > VideoShape.MAX_SIDE || height > VideoShape.MAX_SIDE) {
            throw new BitstreamException("a frame has 1 to 16384 pixels a side");
        }
        return new Av1SequenceHeader(width, height);
    }

    private static void skipOperatingPoints(BitReader in) throws BitstreamException {
        boolean timed = in.flag();
        int delayBits = timed ? skipTiming(in) : 0;
        boolean displayDelay = in.flag();
        int points = in.bits(5) + 1;
        for (int i = 0; i < points; i++) {
            in.skip(12);
            int level = in.bits(5);
            in.skip(level > LEVELS_WITHOUT_TIER ? 1 : 0);
            if (delayBits > 0) {
                in.skip(in.flag() ? 2 * delayBits + 1 : 0);
            }
            if (displayDelay) {
                in.skip(in.flag() ? 4 : 0);
            }
        }
    }

    /** Returns the bits of a decoder's buffer delay, 0 when there is no decoder model. */
    private static int skipTiming(BitReader in) throws BitstreamException {
        in.skip(32 + 32);
        if (in.flag()) {
            in.unsignedGolomb();
        }
        if (!in.flag()) {
            return 0;
        }
        int delayBits = in.bits(5) + 1;
        in.skip(32 + 5 + 5);
        return delayBits;
    }

    /** leb128(), §4.10.5. */
    private static int size(ByteBuffer in) throws BitstreamException {
        long size = 0;
        for (int i = 0; i < MAX_SIZE_BYTES; i++) {
            require(in, 1);
            int next = in.get();
            size |= (long) (next & 0x7F) << (7 * i);
            if (next >= 0) {
                return (int) Math.min(size, Integer.MAX_VALUE);
            }
        }
        throw new BitstreamException("the size of a unit of AV1 is too long");
    }

    private static void require(ByteBuffer in, int count) throws BitstreamException {
        if (in.remaining() < count) {
            throw new BitstreamException("a unit of AV1 is cut off");
        }
    }
}
