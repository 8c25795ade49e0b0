package dev.fanlight.media.vp;

import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.bitstream.RecordReader;
import java.util.Arrays;

/**
 * The VPCodecConfigurationRecord ({@code vpcC} behind version and flags, VP codec ISO media file format binding). Immutable.
 *
 * @param profile 0–3
 * @param level ten times the level
 * @param bits bits of a sample: 8, 10 or 12
 * @param record the bytes; not copied, must not be written to
 */
public record VpConfiguration(int profile, int level, int bits, byte[] record) {

    private static final int MAX_PROFILE = 3;
    private static final int CHROMA_420 = 1;

    /** Makes one for 4:2:0 in the colors of BT.709. */
    public static VpConfiguration of(int profile, int level, int bits) {
        byte[] record = {(byte) profile, (byte) level, (byte) (bits << 4 | CHROMA_420 << 1), 1, 1, 1, 0, 0};
        return new VpConfiguration(profile, level, bits, record);
    }

    /**
     * Reads one.
     *
     * @throws BitstreamException when it is cut off or holds reserved values
     */
    public static VpConfiguration parse(byte[] record) throws BitstreamException {
        RecordReader in = new RecordReader(record);
        int profile = in.u8();
        int level = in.u8();
        int bits = in.u8() >> 4;
        in.number(3);
        int rest = in.u16();
        if (profile > MAX_PROFILE || (bits != 8 && bits != 10 && bits != 12) || rest != record.length - 8) {
            throw new BitstreamException("this is no VP9 configuration record");
        }
        return new VpConfiguration(profile, level, bits, record);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VpConfiguration that && Arrays.equals(record, that.record);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(record);
    }
}
