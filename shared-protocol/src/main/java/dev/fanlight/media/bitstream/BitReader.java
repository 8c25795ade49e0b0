package dev.fanlight.media.bitstream;

import java.nio.ByteBuffer;

/**
 * Reads bits, most significant first. One made by {@link #ofRbsp} drops the emulation prevention bytes of H.264 §7.3.1 and
 * H.265 §7.3.1.1, one made by {@link #ofBytes} takes every byte as it is. Not thread safe; the buffer is not consumed.
 */
public final class BitReader {

    private final ByteBuffer bytes;
    private final boolean escaped;
    private int at;
    private int bit;
    private int zeros;

    private BitReader(ByteBuffer bytes, boolean escaped) {
        this.bytes = bytes;
        this.escaped = escaped;
        this.at = bytes.position();
    }

    /** Reads the raw byte sequence payload of a NAL unit, from the unit's header on. */
    public static BitReader ofRbsp(ByteBuffer nal) {
        return new BitReader(nal, true);
    }

    /** Reads plain bytes. */
    public static BitReader ofBytes(ByteBuffer bytes) {
        return new BitReader(bytes, false);
    }

    /** The next bit. */
    public boolean flag() throws BitstreamException {
        return bits(1) == 1;
    }

    /** The next {@code count} bits, 0–32; with 32 the result is to be taken as unsigned. */
    public int bits(int count) throws BitstreamException {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 1 | nextBit();
        }
        return value;
    }

    /** The next {@code count} bits, 0–63. */
    public long longBits(int count) throws BitstreamException {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 1 | nextBit();
        }
        return value;
    }

    /** The next {@code count} bits are of no interest. */
    public void skip(int count) throws BitstreamException {
        for (int i = 0; i < count; i++) {
            nextBit();
        }
    }

    /** ue(v), H.264 §9.1; 0 to 2^31−2. */
    public int unsignedGolomb() throws BitstreamException {
        int leading = 0;
        while (nextBit() == 0) {
            if (++leading > 30) {
                throw new BitstreamException("an Exp-Golomb code is too long");
            }
        }
        return (1 << leading) - 1 + bits(leading);
    }

    /**
     * ue(v) with the largest value that the standard allows for it.
     *
     * @param what its name, for the error
     */
    public int unsignedGolomb(int max, String what) throws BitstreamException {
        int value = unsignedGolomb();
        if (value > max) {
            throw new BitstreamException(what + " is " + value + ", and at most " + max + " is allowed");
        }
        return value;
    }

    /** se(v), H.264 §9.1.1. */
    public int signedGolomb() throws BitstreamException {
        int code = unsignedGolomb();
        return (code & 1) == 1 ? code / 2 + 1 : -(code / 2);
    }

    private int nextBit() throws BitstreamException {
        if (bit == 0 && escaped) {
            skipEmulationPrevention();
        }
        if (at >= bytes.limit()) {
            throw new BitstreamException("it is cut off");
        }
        int current = bytes.get(at);
        int value = current >> (7 - bit) & 1;
        if (++bit == 8) {
            bit = 0;
            at++;
            zeros = current == 0 ? zeros + 1 : 0;
        }
        return value;
    }

    private void skipEmulationPrevention() {
        if (zeros >= 2 && at < bytes.limit() && bytes.get(at) == 3) {
            at++;
            zeros = 0;
        }
    }
}
