package dev.fanlight.media.srtp;

/** Numbers in the bytes of packets. Stateless. */
final class BigEndian {

    private BigEndian() {}

    static int getShort(byte[] bytes, int at) {
        return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
    }

    static int getInt(byte[] bytes, int at) {
        return (getShort(bytes, at) << 16) | getShort(bytes, at + 2);
    }

    /** Returns where the next number would be. */
    static int putInt(byte[] bytes, int at, int value) {
        for (int i = 0; i < Integer.BYTES; i++) {
            bytes[at + i] = (byte) (value >>> (24 - 8 * i));
        }
        return at + Integer.BYTES;
    }

    static void xor(byte[] bytes, int at, long value, int width) {
        for (int i = 0; i < width; i++) {
            bytes[at + i] ^= (byte) (value >>> (8 * (width - 1 - i)));
        }
    }
}
