package dev.fanlight.relay.child;

/**
 * How many children there are. Immutable.
 *
 * @param inAll most at a time
 */
public record ChildLimits(int inAll) {

    /** Most of one camera at a time. */
    public static final int PER_CAMERA = 4;

    /** Largest piece of output that is passed on. */
    public static final int OUTPUT_BYTES = 64 * 1024;

    /** Pieces of output that wait for their listener; the child waits then. */
    static final int OUTPUT_PIECES = 4;

    /** Bytes that wait for a child to read them before it counts as full. */
    static final int FULL_INPUT_BYTES = 256 * 1024;

    /** Bytes that may wait for a child in all: what does not fit is not taken. Above the largest frame. */
    static final int MAX_INPUT_BYTES = 4 * 1024 * 1024;

    /** Address space of a child, bytes. */
    static final long ADDRESS_SPACE = 2L << 30;

    /** File descriptors of a child. */
    static final int FILES = 64;
}
