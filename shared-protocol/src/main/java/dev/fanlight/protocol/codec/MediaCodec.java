package dev.fanlight.protocol.codec;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.MediaKind;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.WireLimits;
import java.nio.ByteBuffer;

/**
 * The 24-byte header in front of every media payload, big-endian.
 *
 * <pre>
 *  byte  0        1        2        3
 *       +--------+--------+--------+--------+
 *    0  |  kind  | flags  | track  | layer  |
 *       +--------+--------+--------+--------+
 *    4  |          sequence (u32)           |
 *       +-----------------------------------+
 *    8  |      capture time, µs (u64)       |
 *       |                                   |
 *       +-----------------------------------+
 *   16  |            epoch (u32)            |
 *       +-----------------------------------+
 *   20  |    pts − dts, µs (i32, signed)    |
 *       +-----------------------------------+
 *   24  |  payload …
 * </pre>
 *
 * Stateless, thread safe, allocates nothing but the header it returns.
 */
public final class MediaCodec {

    /** Bytes in front of the payload. */
    public static final int HEADER_BYTES = MediaHeader.BYTES;

    private static final int KNOWN_FLAGS = 0x0F;

    private MediaCodec() {}

    /**
     * Reads the header of a media message.
     *
     * @param message from its first byte; its position is not moved
     * @throws ProtocolException when it is too short or too long, or holds a value that version 1 does not know
     */
    public static MediaHeader read(ByteBuffer message) throws ProtocolException {
        if (message.remaining() > WireLimits.MAX_MEDIA_BYTES) {
            throw new ProtocolException(CloseReason.TOO_BIG, "a media message is at most 2 MiB");
        }
        if (message.remaining() < HEADER_BYTES) {
            throw malformed("a media message has a header of 24 bytes");
        }
        int at = message.position();
        int flags = message.get(at + 1) & 0xFF;
        if ((flags & ~KNOWN_FLAGS) != 0) {
            throw malformed("unknown flag");
        }
        long captureMicros = message.getLong(at + 8);
        if (captureMicros < 0 || captureMicros > WireLimits.MAX_TIME_MICROS) {
            throw malformed("capture time out of range");
        }
        return new MediaHeader(
                kind(message.get(at)),
                flags,
                message.get(at + 2) & 0xFF,
                message.get(at + 3) & 0xFF,
                Integer.toUnsignedLong(message.getInt(at + 4)),
                captureMicros,
                Integer.toUnsignedLong(message.getInt(at + 16)),
                message.getInt(at + 20));
    }

    /**
     * Writes a header.
     *
     * @param target big-endian, with at least {@link #HEADER_BYTES} remaining; its position is moved behind them
     */
    public static void write(MediaHeader header, ByteBuffer target) {
        target.put((byte) header.kind().code())
                .put((byte) header.flags())
                .put((byte) header.track())
                .put((byte) header.layer())
                .putInt((int) header.sequence())
                .putLong(header.captureMicros())
                .putInt((int) header.epoch())
                .putInt(header.offsetMicros());
    }

    private static MediaKind kind(byte code) throws ProtocolException {
        return switch (code) {
            case 1 -> MediaKind.VIDEO;
            case 2 -> MediaKind.AUDIO;
            case 3 -> MediaKind.DATA;
            default -> throw malformed("unknown kind of media");
        };
    }

    private static ProtocolException malformed(String what) {
        return new ProtocolException(CloseReason.PROTOCOL_ERROR, what);
    }
}
