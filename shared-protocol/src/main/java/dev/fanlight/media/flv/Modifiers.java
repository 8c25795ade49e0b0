package dev.fanlight.media.flv;

import dev.fanlight.media.bitstream.BitstreamException;

/**
 * What E-RTMP v2 puts between the first byte of an enhanced body and its four-character code ({@code ModEx}): any number of
 * modifiers, of which only the more exact time means something here.
 *
 * @param packetType of the body itself, 0–15
 * @param nanos to be added to the time of the tag, below 1,000,000
 */
record Modifiers(int packetType, int nanos) {

    private static final int MOD_EX = 7;
    private static final int LONG_SIZE = 256;
    private static final int NANO_OFFSET = 0;
    private static final int NANO_OFFSET_BYTES = 3;
    private static final int MAX_NANOS = 999_999;

    static Modifiers read(int packetType, TagBytes in) throws BitstreamException {
        int type = packetType;
        int nanos = 0;
        while (type == MOD_EX) {
            int size = in.u8() + 1;
            TagBytes data = new TagBytes(in.take(size == LONG_SIZE ? in.u16() + 1 : size));
            int next = in.u8();
            if (next >> 4 == NANO_OFFSET && data.rest().remaining() == NANO_OFFSET_BYTES) {
                nanos = Math.min(data.u24(), MAX_NANOS);
            }
            type = next & 0xF;
        }
        return new Modifiers(type, nanos);
    }
}
