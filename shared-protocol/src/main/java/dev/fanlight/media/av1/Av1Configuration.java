package dev.fanlight.media.av1;

import dev.fanlight.media.bitstream.BitReader;
import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The AV1CodecConfigurationRecord ({@code av1C}, AV1 codec ISO media file format binding §2.3.3). Immutable.
 *
 * @param profile seq_profile, 0–2
 * @param level seq_level_idx_0, 0–31
 * @param high whether the tier is High, not Main
 * @param bits bits of a sample: 8, 10 or 12
 * @param record the bytes, the sequence header among them; not copied, must not be written to
 */
public record Av1Configuration(int profile, int level, boolean high, int bits, byte[] record) {

    private static final int MARKER_AND_VERSION = 0x81;
    private static final int FIXED_BYTES = 4;

    /**
     * Reads one.
     *
     * @throws BitstreamException when it is cut off or of another version
     */
    public static Av1Configuration parse(byte[] record) throws BitstreamException {
        BitReader in = BitReader.ofBytes(ByteBuffer.wrap(record));
        if (in.bits(8) != MARKER_AND_VERSION) {
            throw new BitstreamException("this is no AV1 configuration record");
        }
        int profile = in.bits(3);
        int level = in.bits(5);
        boolean high = in.flag();
        boolean highDepth = in.flag();
        boolean twelve = in.flag();
        in.skip(13);
        if (profile > 2) {
            throw new BitstreamException("a reserved profile of AV1");
        }
        return new Av1Configuration(profile, level, high, highDepth ? twelve ? 12 : 10 : 8, record);
    }

    /** The open bitstream units of the record; a view that must not be written to. */
    public ByteBuffer units() {
        return ByteBuffer.wrap(record, FIXED_BYTES, record.length - FIXED_BYTES).slice();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Av1Configuration that && Arrays.equals(record, that.record);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(record);
    }
}
