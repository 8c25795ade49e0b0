package dev.fanlight.relay.srt.wire;

/** How many bytes the parts of a message take at most. */
final class Room {

    /** A few numbers and an address. */
    static final int SMALL = 64;

    /** A number and a text. */
    static final int TEXT = SMALL + PipeLimits.MAX_TEXT_BYTES;

    private Room() {}
}
