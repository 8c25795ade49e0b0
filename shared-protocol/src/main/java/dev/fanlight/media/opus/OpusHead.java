package dev.fanlight.media.opus;

import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The identification header of Opus (RFC 7845 §5.1), the {@code description} of WebCodecs. Opus decodes to 48 kHz whatever the
 * input was. Immutable.
 *
 * @param channels 1–255
 * @param preSkip samples at 48 kHz to drop at the beginning, 0–65535
 * @param inputRate Hz of what was encoded, unsigned 32 bits; 0 when unknown
 * @param gain Q7.8 dB to apply
 * @param mappingFamily 0 mono or stereo, 1 surround, 255 no meaning
 * @param record the bytes; not copied, must not be written to
 */
public record OpusHead(int channels, int preSkip, long inputRate, int gain, int mappingFamily, byte[] record) {

    /** Hz of decoded Opus. */
    public static final int SAMPLE_RATE = 48_000;

    private static final byte[] MAGIC = "OpusHead".getBytes(StandardCharsets.US_ASCII);
    private static final int FIXED_BYTES = 19;
    private static final int MAPPING_HEAD_BYTES = 2;

    /**
     * Makes one for mono or stereo (mapping family 0), without gain.
     *
     * @throws IllegalArgumentException when a value is out of range
     */
    public static OpusHead of(int channels, int preSkip, long inputRate) {
        if (channels < 1
                || channels > 2
                || preSkip < 0
                || preSkip > 0xFFFF
                || inputRate < 0
                || inputRate > 0xFFFF_FFFFL) {
            throw new IllegalArgumentException("Opus of mapping family 0 is mono or stereo");
        }
        ByteBuffer record = ByteBuffer.allocate(FIXED_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        record.put(MAGIC)
                .put((byte) 1)
                .put((byte) channels)
                .putShort((short) preSkip)
                .putInt((int) inputRate);
        return new OpusHead(channels, preSkip, inputRate, 0, 0, record.array());
    }

    /**
     * Reads one.
     *
     * @throws BitstreamException when it is cut off, of another version, or its mapping does not fit its channels
     */
    public static OpusHead parse(byte[] record) throws BitstreamException {
        if (record.length < FIXED_BYTES || !Arrays.equals(record, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new BitstreamException("this is no Opus identification header");
        }
        ByteBuffer in = ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN).position(MAGIC.length);
        boolean known = (in.get() & 0xF0) == 0;
        int channels = in.get() & 0xFF;
        int preSkip = in.getShort() & 0xFFFF;
        long inputRate = Integer.toUnsignedLong(in.getInt());
        int gain = in.getShort();
        int family = in.get() & 0xFF;
        if (!known || channels == 0) {
            throw new BitstreamException("an Opus header of an unknown version or without channels");
        }
        checkMapping(in, channels, family);
        return new OpusHead(channels, preSkip, inputRate, gain, family, record);
    }

    private static void checkMapping(ByteBuffer in, int channels, int family) throws BitstreamException {
        if (family == 0) {
            if (channels > 2) {
                throw new BitstreamException("Opus of mapping family 0 is mono or stereo");
            }
            return;
        }
        if (in.remaining() < MAPPING_HEAD_BYTES + channels) {
            throw new BitstreamException("the channel mapping of Opus is cut off");
        }
        int streams = in.get() & 0xFF;
        int coupled = in.get() & 0xFF;
        if (streams == 0 || coupled > streams || streams + coupled > 255) {
            throw new BitstreamException("the channel mapping of Opus has an impossible number of streams");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OpusHead that && Arrays.equals(record, that.record);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(record);
    }
}
