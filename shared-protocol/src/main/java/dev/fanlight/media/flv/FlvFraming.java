package dev.fanlight.media.flv;

import java.nio.ByteBuffer;

/**
 * What an FLV stream has around the bodies of its tags: a header, and before and behind each body a tag's header and its size. Stateless,
 * thread safe.
 */
public final class FlvFraming {

    /** Bytes of a tag in front of its body. */
    public static final int TAG_HEADER_BYTES = 11;

    /** Bytes of a tag behind its body. */
    public static final int TAG_TRAILER_BYTES = 4;

    static final int AUDIO_FLAG = 4;
    static final int VIDEO_FLAG = 1;
    private static final int VERSION = 1;
    private static final int HEADER_SIZE = 9;

    private FlvFraming() {}

    /**
     * The header of a stream.
     *
     * @param audio whether there is a track of sound: players wait for one that was announced
     * @param video whether there is a track of video
     */
    public static byte[] streamHeader(boolean audio, boolean video) {
        int flags = (audio ? AUDIO_FLAG : 0) | (video ? VIDEO_FLAG : 0);
        return new byte[] {'F', 'L', 'V', VERSION, (byte) flags, 0, 0, 0, HEADER_SIZE, 0, 0, 0, 0};
    }

    /**
     * The header of a tag.
     *
     * @param timestampMillis of which the lower 32 bits are written
     * @param bodyBytes size of the body that follows, below 2²⁴
     */
    public static byte[] tagHeader(FlvTagType type, long timestampMillis, int bodyBytes) {
        int millis = (int) timestampMillis;
        return ByteBuffer.allocate(TAG_HEADER_BYTES)
                .putInt(type.code() << 24 | bodyBytes)
                .putInt(millis << 8 | millis >>> 24)
                .array();
    }

    /** What follows a body: the size of its tag. */
    public static byte[] tagTrailer(int bodyBytes) {
        return ByteBuffer.allocate(TAG_TRAILER_BYTES)
                .putInt(TAG_HEADER_BYTES + bodyBytes)
                .array();
    }

    /** A whole tag. */
    public static byte[] tag(FlvTagType type, long timestampMillis, byte[] body) {
        return ByteBuffer.allocate(TAG_HEADER_BYTES + body.length + TAG_TRAILER_BYTES)
                .put(tagHeader(type, timestampMillis, body.length))
                .put(body)
                .put(tagTrailer(body.length))
                .array();
    }
}
