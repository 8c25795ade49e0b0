package dev.fanlight.media.webm;

import dev.fanlight.media.Av1Config;
import dev.fanlight.media.CodecConfig;
import dev.fanlight.media.H265Config;
import dev.fanlight.media.Track;
import dev.fanlight.media.VideoShape;
import dev.fanlight.media.Vp8Config;
import dev.fanlight.media.Vp9Config;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Writes one video track as Matroska without an end, each frame in a cluster of its own (RFC 9559), in the codecs that a stream may have beside
 * H.264: the one container that takes all of them as they travel. Immutable, thread safe.
 */
public final class MatroskaVideoWriter {

    private static final String APP = "Fanlight";
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final int VIDEO = 1;
    private static final byte TRACK = (byte) 0x81;
    private static final int KEY_FRAME = 0x80;
    private static final int BLOCK_HEADER_BYTES = 4;

    private final String codecId;
    private final Optional<byte[]> codecPrivate;
    private final VideoShape shape;

    private MatroskaVideoWriter(String codecId, Optional<byte[]> codecPrivate, VideoShape shape) {
        this.codecId = codecId;
        this.codecPrivate = codecPrivate;
        this.shape = shape;
    }

    /** The writer of a track; empty when it is encrypted, or in another codec than VP8, VP9, AV1 and H.265. */
    public static Optional<MatroskaVideoWriter> of(Track track) {
        if (track.encryption().isPresent() || !(track.shape() instanceof VideoShape shape)) {
            return Optional.empty();
        }
        CodecConfig config = track.config();
        if (config instanceof Vp8Config) {
            return Optional.of(new MatroskaVideoWriter("V_VP8", Optional.empty(), shape));
        }
        if (config instanceof Vp9Config) {
            // The private part of VP9 is another record than that of MP4, and is optional.
            return Optional.of(new MatroskaVideoWriter("V_VP9", Optional.empty(), shape));
        }
        if (config instanceof Av1Config) {
            return Optional.of(new MatroskaVideoWriter("V_AV1", config.record(), shape));
        }
        return config instanceof H265Config
                ? Optional.of(new MatroskaVideoWriter("V_MPEGH/ISO/HEVC", config.record(), shape))
                : Optional.empty();
    }

    /** What comes before the first frame. */
    public byte[] header() {
        ElementWriter ebml = new ElementWriter()
                .number(ElementId.EBML_VERSION, 1)
                .number(ElementId.EBML_READ_VERSION, 1)
                .number(ElementId.EBML_MAX_ID_LENGTH, EbmlNumber.MAX_ID_BYTES)
                .number(ElementId.EBML_MAX_SIZE_LENGTH, EbmlNumber.MAX_SIZE_BYTES)
                .text(ElementId.DOC_TYPE, "matroska")
                .number(ElementId.DOC_TYPE_VERSION, 4)
                .number(ElementId.DOC_TYPE_READ_VERSION, 2);
        ElementWriter info = new ElementWriter()
                .number(ElementId.TIMESTAMP_SCALE, NANOS_PER_MILLI)
                .text(ElementId.MUXING_APP, APP)
                .text(ElementId.WRITING_APP, APP);
        return new ElementWriter()
                .element(ElementId.EBML, ebml)
                .open(ElementId.SEGMENT)
                .element(ElementId.INFO, info)
                .element(ElementId.TRACKS, new ElementWriter().element(ElementId.TRACK_ENTRY, entry()))
                .bytes();
    }

    /**
     * One frame.
     *
     * @param key whether it is a key frame
     * @param millis when it is shown, ms, not negative
     * @param payload in the form that travels; not consumed
     */
    public byte[] frame(boolean key, long millis, ByteBuffer payload) {
        byte[] block = ByteBuffer.allocate(BLOCK_HEADER_BYTES + payload.remaining())
                .put(TRACK)
                .putShort((short) 0)
                .put((byte) (key ? KEY_FRAME : 0))
                .put(payload.duplicate())
                .array();
        ElementWriter cluster =
                new ElementWriter().number(ElementId.TIMESTAMP, millis).binary(ElementId.SIMPLE_BLOCK, block);
        return new ElementWriter().element(ElementId.CLUSTER, cluster).bytes();
    }

    private ElementWriter entry() {
        ElementWriter entry = new ElementWriter()
                .number(ElementId.TRACK_NUMBER, 1)
                .number(ElementId.TRACK_UID, 1)
                .number(ElementId.TRACK_TYPE, VIDEO)
                .number(ElementId.FLAG_LACING, 0)
                .binary(ElementId.CODEC_ID, codecId.getBytes(StandardCharsets.US_ASCII));
        codecPrivate.ifPresent(bytes -> entry.binary(ElementId.CODEC_PRIVATE, bytes));
        return entry.element(
                ElementId.VIDEO,
                new ElementWriter()
                        .number(ElementId.PIXEL_WIDTH, shape.width())
                        .number(ElementId.PIXEL_HEIGHT, shape.height()));
    }
}
