package dev.fanlight.protocol;

import dev.fanlight.media.CodecConfig;

/** Every size limit of wire protocol v1, in one place; documented in {@code docs/protocol.md}. */
public final class WireLimits {

    /** Largest control message, bytes of UTF-8. */
    public static final int MAX_CONTROL_BYTES = 8 * 1024;

    /** Deepest nesting of a control message. */
    public static final int MAX_CONTROL_DEPTH = 16;

    /** Largest media message, header and payload, bytes. */
    public static final int MAX_MEDIA_BYTES = 2 * 1024 * 1024;

    /** Largest WebSocket frame an agent sends, bytes of payload. */
    public static final int MAX_AGENT_FRAME_BYTES = 64 * 1024;

    /**
     * Most access units that a publisher sends a second, all tracks together; twice as many at once. Enough for two renditions of 60 fps
     * with sound in two languages, or one with four: 50 packets a second each.
     */
    public static final int MAX_UNITS_PER_SECOND = 260;

    /** Most bytes of media that a publisher sends a second, 20 Mbit/s; twice as many at once. */
    public static final int MAX_MEDIA_BYTES_PER_SECOND = 2_500_000;

    /** Most access units from one key frame to the next that a relay keeps for late joiners. */
    public static final int MAX_GOP_UNITS = 600;

    /** Most bytes from one key frame to the next that a relay keeps for late joiners. */
    public static final int MAX_GOP_BYTES = 4 * 1024 * 1024;

    /** Most tracks in one announcement. */
    public static final int MAX_TRACKS = 8;

    /** Largest number of viewers that a message reports. */
    public static final int MAX_VIEWERS = 1_000_000;

    /** Largest decoder configuration record, bytes before base64. */
    public static final int MAX_CODEC_CONFIG_BYTES = CodecConfig.MAX_RECORD_BYTES;

    /** Times are below 2^53 µs, so that JavaScript holds them exactly. */
    public static final long MAX_TIME_MICROS = (1L << 53) - 1;

    /** Largest value of an unsigned 32-bit field. */
    public static final long MAX_U32 = 0xFFFF_FFFFL;

    /** Longest chat text, grapheme clusters. */
    public static final int MAX_CHAT_GRAPHEMES = 500;

    /** Longest chat text, bytes of UTF-8. */
    public static final int MAX_CHAT_BYTES = 2048;

    /** Longest host name of a computer that asks for approval, characters. */
    public static final int MAX_HOST = 64;

    /** Most features in one list. */
    public static final int MAX_FEATURES = 16;

    /** Most messages of unknown types that one connection may send; they are ignored. */
    public static final int MAX_UNKNOWN_MESSAGES = 100;

    private WireLimits() {}
}
