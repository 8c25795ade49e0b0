package dev.fanlight.agent.source;

import java.nio.ByteBuffer;

/**
 * A frame in I420 (8 bits, limited range, planes Y, Cb, Cr) in native memory. It has one owner at a time; the last one closes it, which
 * gives its memory back. Any thread, one after another. Once it was delivered its samples are not written to: a decoder may need them.
 */
public interface RawFrame extends AutoCloseable {

    /** How many planes it has. */
    int PLANES = 3;

    /** Size and rate. */
    FrameFormat format();

    /** Capture time on the agent’s media clock, µs since 1970. */
    long captureMicros();

    /**
     * The rows of a plane, each {@link #stride} bytes behind the one before; not to be kept after {@link #close()}.
     *
     * @param index 0 for Y, 1 for Cb, 2 for Cr
     */
    ByteBuffer plane(int index);

    /** Bytes from a row of this plane to the next one; at least the samples of a row. */
    int stride(int index);

    /** The same samples and capture time with an owner of their own: the memory is given back when both are closed. */
    RawFrame share();

    @Override
    void close();

    /** A copy of the samples, planes without gaps, {@link FrameFormat#bytes()} of them; made at each call. */
    default byte[] data() {
        byte[] copy = new byte[format().bytes()];
        read(copy);
        return copy;
    }

    /** Copies the samples into {@code target}, planes without gaps. */
    default void read(byte[] target) {
        int at = 0;
        for (int index = 0; index < PLANES; index++) {
            ByteBuffer rows = plane(index);
            for (int y = 0; y < format().rows(index); y++) {
                rows.get(y * stride(index), target, at, format().columns(index));
                at += format().columns(index);
            }
        }
    }

    /** Copies the samples of {@code source}, planes without gaps, into this frame, which was not delivered yet. */
    default void fill(byte[] source) {
        int at = 0;
        for (int index = 0; index < PLANES; index++) {
            ByteBuffer rows = plane(index);
            for (int y = 0; y < format().rows(index); y++) {
                rows.put(y * stride(index), source, at, format().columns(index));
                at += format().columns(index);
            }
        }
    }
}
