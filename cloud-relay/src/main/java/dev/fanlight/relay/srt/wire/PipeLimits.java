package dev.fanlight.relay.srt.wire;

/** Bounds of the messages between the relay and its SRT process. */
public final class PipeLimits {

    /** Largest piece of media in a message, bytes; a multiple of a packet of MPEG-TS. */
    public static final int MAX_MEDIA_BYTES = 188 * 256;

    /** Largest message, bytes. */
    public static final int MAX_MESSAGE_BYTES = 64 * 1024;

    /** Longest text in a message, bytes: a stream id has at most 512 (SRT Access Control). */
    public static final int MAX_TEXT_BYTES = 512;

    /** Bytes of one caller that may be on their way to the relay: it grants more when it has passed them on. */
    public static final int WINDOW_BYTES = 512 * 1024;

    private PipeLimits() {}
}
