package dev.fanlight.protocol.sdp;

/** How much of a description is read. Stateless. */
public final class SdpLimits {

    /** Largest description, bytes; those of browsers have 3 to 10 KiB. */
    public static final int MAX_BYTES = 64 * 1024;

    /** Most lines. */
    public static final int MAX_LINES = 2_000;

    /** Longest line, characters. */
    public static final int MAX_LINE = 2_000;

    /** Most media sections. */
    public static final int MAX_MEDIA = 16;

    /** Most formats of a media section. */
    public static final int MAX_FORMATS = 64;

    /** Most candidates that are read. */
    public static final int MAX_CANDIDATES = 16;

    /** Most candidates that are looked at, whether they can be used or not. */
    public static final int MAX_CANDIDATE_LINES = 128;

    private SdpLimits() {}
}
