package dev.fanlight.media.flv;

import dev.fanlight.media.AudioShape;
import dev.fanlight.media.CodecConfig;
import dev.fanlight.media.G711Config;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Writes one track as tag bodies: H.264, AAC and G.711 in the legacy form, which all players know, everything else in the enhanced one.
 * Immutable, thread safe.
 */
public final class FlvTrackWriter {

    private static final int ENHANCED_VIDEO = 0x80;
    private static final int ENHANCED_AUDIO = 0x90;
    private static final int KEY_FRAME = 0x10;
    private static final int INTER_FRAME = 0x20;
    private static final int SEQUENCE_START = 0;
    private static final int CODED_FRAMES = 1;
    private static final int CODED_FRAMES_X = 3;
    // The specification wants 44.1 kHz, 16 bits and stereo for AAC, whatever it is.
    private static final int LEGACY_AAC = 0xAF;
    private static final int LEGACY_MONO_16_BITS = 0x02;
    private static final int G711_RATE = 8_000;
    private static final int MAX_OFFSET_MILLIS = (1 << 23) - 1;

    private final FlvCodec codec;
    private final Optional<byte[]> record;

    private FlvTrackWriter(FlvCodec codec, Optional<byte[]> record) {
        this.codec = codec;
        this.record = record;
    }

    /**
     * The writer of a track; empty when FLV cannot carry it: another codec, encrypted, or G.711 other than 8 kHz mono. VP8 is not written: E-RTMP
     * has a name for it, but FFmpeg 5 to 8, GStreamer 1.22 and mpegts.js 1.8 do not read it, and wait for other video without a word.
     */
    public static Optional<FlvTrackWriter> of(Track track) {
        if (track.encryption().isPresent()) {
            return Optional.empty();
        }
        CodecConfig config = track.config();
        return FlvCodec.of(config)
                .filter(codec -> codec != FlvCodec.VP8 && (!(config instanceof G711Config) || isTelephone(track)))
                .map(codec ->
                        new FlvTrackWriter(codec, config.record().map(bytes -> Configurations.written(codec, bytes))));
    }

    /** The type of its tags. */
    public FlvTagType tagType() {
        return codec.kind() == MediaKind.VIDEO ? FlvTagType.VIDEO : FlvTagType.AUDIO;
    }

    /** The name in E-RTMP's lists of codecs ({@code fourCcList}), for example {@code hvc1}; empty for G.711, which has none. */
    public String fourCc() {
        return codec.fourCc();
    }

    /** The body of the sequence header, to be sent before the first unit and after each change; empty where the codec has none. */
    public Optional<byte[]> sequenceHeader() {
        return record.map(bytes -> join(head(KEY_FRAME, SEQUENCE_START, 0), ByteBuffer.wrap(bytes)));
    }

    /**
     * What stands in front of a unit's payload in the body of its tag, at most 8 bytes.
     *
     * @param key whether it is a key frame
     * @param offsetMicros presentation − decoding time, µs; rounded down to milliseconds
     */
    public byte[] unitHeader(boolean key, int offsetMicros) {
        int offset = Math.max(-MAX_OFFSET_MILLIS, Math.min(MAX_OFFSET_MILLIS, Math.floorDiv(offsetMicros, 1000)));
        boolean withoutOffset = codec == FlvCodec.H265 && offset == 0;
        return head(key ? KEY_FRAME : INTER_FRAME, withoutOffset ? CODED_FRAMES_X : CODED_FRAMES, offset);
    }

    /**
     * The whole body of a unit's tag.
     *
     * @param key whether it is a key frame
     * @param offsetMicros presentation − decoding time, µs
     * @param payload in the form that travels; not consumed
     */
    public byte[] unit(boolean key, int offsetMicros, ByteBuffer payload) {
        return join(unitHeader(key, offsetMicros), payload);
    }

    private byte[] head(int frameType, int packetType, int offset) {
        return switch (codec) {
            case H264 ->
                new byte[] {
                    (byte) (frameType | codec.legacyId()),
                    (byte) packetType,
                    (byte) (offset >> 16),
                    (byte) (offset >> 8),
                    (byte) offset
                };
            case H265 ->
                packetType == CODED_FRAMES
                        ? enhanced(ENHANCED_VIDEO | frameType | packetType, offset)
                        : enhanced(ENHANCED_VIDEO | frameType | packetType);
            case AV1, VP9 -> enhanced(ENHANCED_VIDEO | frameType | packetType);
            case VP8 -> throw new IllegalStateException("VP8 is not written");
            case AAC -> new byte[] {(byte) LEGACY_AAC, (byte) packetType};
            case OPUS -> enhanced(ENHANCED_AUDIO | packetType);
            case G711_A, G711_MU -> new byte[] {(byte) (codec.legacyId() << 4 | LEGACY_MONO_16_BITS)};
        };
    }

    private static byte[] join(byte[] head, ByteBuffer rest) {
        return ByteBuffer.allocate(head.length + rest.remaining())
                .put(head)
                .put(rest.duplicate())
                .array();
    }

    private byte[] enhanced(int first) {
        return ByteBuffer.allocate(5).put((byte) first).put(fourCcBytes()).array();
    }

    private byte[] enhanced(int first, int offset) {
        return ByteBuffer.allocate(8)
                .put((byte) first)
                .put(fourCcBytes())
                .put((byte) (offset >> 16))
                .putShort((short) offset)
                .array();
    }

    private byte[] fourCcBytes() {
        return codec.fourCc().getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean isTelephone(Track track) {
        return track.shape() instanceof AudioShape shape && shape.sampleRate() == G711_RATE && shape.channels() == 1;
    }
}
