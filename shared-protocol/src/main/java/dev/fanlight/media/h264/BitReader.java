package dev.fanlight.media.h264;

import java.nio.ByteBuffer;

/** Reads bits of an RBSP (H.264 §7.3), leaving out emulation prevention bytes. Not thread safe. */
final class BitReader {

    private final ByteBuffer nal;
    private int at;
    private int bit;
    private int zeros;

    BitReader(ByteBuffer nal) {
        this.nal = nal;
        this.at = nal.position();
    }

    boolean flag() throws BitstreamException {
        return bits(1) == 1;
    }

    int bits(int count) throws BitstreamException {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 1 | nextBit();
        }
        return value;
    }

    /** ue(v), H.264 §9.1. */
    int unsignedGolomb() throws BitstreamException {
        int leading = 0;
        while (nextBit() == 0) {
            if (++leading > 30) {
                throw new BitstreamException("an Exp-Golomb code is too long");
            }
        }
        return (1 << leading) - 1 + bits(leading);
    }

    /** se(v), H.264 §9.1.1. */
    int signedGolomb() throws BitstreamException {
        int code = unsignedGolomb();
        return (code & 1) == 1 ? (code + 1) / 2 : -(code / 2);
    }

    private int nextBit() throws BitstreamException {
        if (bit == 0) {
            skipEmulationPrevention();
        }
        if (at >= nal.limit()) {
            throw new BitstreamException("the parameter set is cut off");
        }
        int current = nal.get(at);
        int value = current >> (7 - bit) & 1;
        if (++bit == 8) {
            bit = 0;
            at++;
            zeros = current == 0 ? zeros + 1 : 0;
        }
        return value;
    }

    private void skipEmulationPrevention() {
        if (zeros >= 2 && at < nal.limit() && nal.get(at) == 3) {
            at++;
            zeros = 0;
        }
    }
}
