package dev.fanlight.protocol.rtsp;

/** What a peer may send by RTSP; checked before anything is kept. */
public final class RtspLimits {

    /** Request line and headers, bytes. */
    public static final int MAX_HEAD_BYTES = 8 * 1024;

    /** Address of a request, characters; responses repeat it. */
    public static final int MAX_ADDRESS = 1_024;

    /** Headers of a request. */
    public static final int MAX_HEADERS = 64;

    /** Body of a request, bytes; it is skipped. */
    public static final int MAX_BODY_BYTES = 4 * 1024;

    private RtspLimits() {}
}
