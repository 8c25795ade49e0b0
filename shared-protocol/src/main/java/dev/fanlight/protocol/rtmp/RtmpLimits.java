package dev.fanlight.protocol.rtmp;

/** What a peer may send by RTMP; checked before anything is allocated. */
public final class RtmpLimits {

    /** Largest message of a peer that has not been admitted, bytes: commands. The longest that encoders send has some 500. */
    public static final int MAX_COMMAND_BYTES = 16 * 1024;

    /** Largest message of a publisher that was admitted, bytes: an access unit of 2 MiB and the header of its tag. */
    public static final int MAX_MESSAGE_BYTES = 2 * 1024 * 1024 + 64;

    /** Messages of the largest size that may have begun at a time, in different chunk streams. */
    public static final int MAX_BEGUN = 2;

    /** Most chunk streams of a connection. Encoders use up to eight. */
    public static final int MAX_CHUNK_STREAMS = 32;

    /** Most messages in one aggregate message. */
    public static final int MAX_AGGREGATED = 256;

    /** Bytes after which a peer that names no window gets an acknowledgement, and the window that is asked of peers. */
    public static final int WINDOW_BYTES = 2_500_000;

    /** Smallest window for which acknowledgements are sent, bytes, whatever a peer asks for. */
    public static final int MIN_WINDOW_BYTES = 64 * 1024;

    private RtmpLimits() {}
}
