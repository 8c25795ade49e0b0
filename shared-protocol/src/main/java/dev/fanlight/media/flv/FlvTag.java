package dev.fanlight.media.flv;

import java.nio.ByteBuffer;

/**
 * One tag of an FLV stream. Immutable but for the bytes.
 *
 * @param type what it carries
 * @param timestampMillis unsigned 32 bits
 * @param body owned by the tag; big-endian
 */
public record FlvTag(FlvTagType type, long timestampMillis, ByteBuffer body) {

    /** Largest body, bytes: as large as a media message may be. */
    public static final int MAX_BODY_BYTES = 2 * 1024 * 1024;
}
