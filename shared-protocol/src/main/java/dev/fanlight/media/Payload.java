package dev.fanlight.media;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * The bytes of an access unit, behind {@link #ROOM} unused ones, so that a header can be put in front without a copy. The bytes
 * themselves do not change once they are filled; the one that sends it last takes the array with {@link #message}. Not thread safe
 * between {@link #message} and anything else.
 */
public final class Payload {

    /** Bytes kept free in front: the header of a media message. */
    public static final int ROOM = MediaHeader.BYTES;

    private final byte[] bytes;

    private Payload(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Makes one of {@code size} bytes.
     *
     * @param fill writes exactly so many into a big-endian buffer
     */
    public static Payload filled(int size, Consumer<ByteBuffer> fill) {
        byte[] bytes = new byte[ROOM + size];
        fill.accept(ByteBuffer.wrap(bytes, ROOM, size));
        return new Payload(bytes);
    }

    /** Makes one that holds a copy of {@code payload}. */
    public static Payload copyOf(byte[] payload) {
        return filled(payload.length, target -> target.put(payload));
    }

    /** How many bytes, without the room in front. */
    public int size() {
        return bytes.length - ROOM;
    }

    /** A read-only view of the bytes, big-endian. */
    public ByteBuffer bytes() {
        return ByteBuffer.wrap(bytes, ROOM, size()).slice().asReadOnlyBuffer();
    }

    /**
     * Puts a header in front and returns both. The array belongs to the caller from then on; it is not copied, so only one
     * message can be made of a payload at a time.
     *
     * @param header writes exactly {@link #ROOM} bytes into a big-endian buffer
     */
    public byte[] message(Consumer<ByteBuffer> header) {
        header.accept(ByteBuffer.wrap(bytes, 0, ROOM));
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Payload that && bytes().equals(that.bytes());
    }

    @Override
    public int hashCode() {
        return bytes().hashCode();
    }

    @Override
    public String toString() {
        return "Payload[" + size() + " bytes]";
    }

    /** A copy of the bytes. */
    public byte[] toArray() {
        return Arrays.copyOfRange(bytes, ROOM, bytes.length);
    }
}
