package dev.fanlight.media.webm;

import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;

/** Numbers of variable length (RFC 8794 §4) and those in the body of an element. Stateless. */
final class EbmlNumber {

    /** A size of which only ones are written: the element goes on until another one cannot be in it. */
    static final long UNKNOWN = -1;

    static final int MAX_ID_BYTES = 4;
    static final int MAX_SIZE_BYTES = 8;

    private EbmlNumber() {}

    /** Bytes of a number that begins with {@code first}, at most {@code max}. */
    static int length(byte first, int max) throws BitstreamException {
        int length = Integer.numberOfLeadingZeros(first & 0xFF) - 23;
        if (length > max) {
            throw new BitstreamException("this is no WebM stream, or it is damaged");
        }
        return length;
    }

    /** An identifier, with its marker bit. */
    static long id(ByteBuffer in) throws BitstreamException {
        return number(in, bytes(in, MAX_ID_BYTES));
    }

    /** A size or a track number, without the marker bit; {@link #UNKNOWN} if all of it is ones. */
    static long size(ByteBuffer in) throws BitstreamException {
        int length = bytes(in, MAX_SIZE_BYTES);
        long mask = (1L << (7 * length)) - 1;
        long value = number(in, length) & mask;
        return value == mask ? UNKNOWN : value;
    }

    /** The whole body of an element as an unsigned number. */
    static long unsigned(ByteBuffer body) throws BitstreamException {
        if (body.remaining() > Long.BYTES) {
            throw new BitstreamException("a number of WebM has more than 8 bytes");
        }
        long value = number(body, body.remaining());
        if (value < 0) {
            throw new BitstreamException("a number of WebM is too large");
        }
        return value;
    }

    private static int bytes(ByteBuffer in, int max) throws BitstreamException {
        if (!in.hasRemaining()) {
            throw cutOff();
        }
        int length = length(in.get(in.position()), max);
        if (in.remaining() < length) {
            throw cutOff();
        }
        return length;
    }

    private static long number(ByteBuffer in, int length) {
        long value = 0;
        for (int i = 0; i < length; i++) {
            value = value << 8 | (in.get() & 0xFF);
        }
        return value;
    }

    static BitstreamException cutOff() {
        return new BitstreamException("an element of WebM is cut off");
    }
}
