package dev.fanlight.media.h265;

import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.bitstream.RecordReader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The HEVCDecoderConfigurationRecord ({@code hvcC}, ISO/IEC 14496-15 §8.3.3.1): parameter sets outside the stream. Immutable.
 *
 * @param profile profile, tier and level as the record itself says
 * @param sps the first sequence parameter set, read
 * @param units NAL units of all arrays in their order, SEI among them; views that must not be written to
 * @param record the bytes of the record; not copied, must not be written to
 */
public record HevcConfiguration(ProfileTierLevel profile, H265Sps sps, List<ByteBuffer> units, byte[] record) {

    private static final int FOUR_BYTE_LENGTHS = 3;
    private static final int MAX_UNITS = 64;

    /** Keeps an unmodifiable list. */
    public HevcConfiguration {
        units = List.copyOf(units);
    }

    /** VPS, SPS and PPS, without the SEI that some writers put beside them. */
    public List<ByteBuffer> parameterSets() {
        return units.stream().filter(HevcConfiguration::isParameterSet).toList();
    }

    /**
     * Makes a record out of parameter sets.
     *
     * @param sets NAL units without start codes; units other than VPS, SPS and PPS are ignored, repeated ones kept once
     * @throws BitstreamException when a VPS, an SPS or a PPS is missing, broken or too long
     */
    public static HevcConfiguration of(List<ByteBuffer> sets) throws BitstreamException {
        return parse(HevcRecordWriter.write(sets.stream()
                .filter(HevcConfiguration::isParameterSet)
                .distinct()
                .toList()));
    }

    /**
     * Reads a record, as MP4, Matroska and enhanced FLV hold it.
     *
     * @throws BitstreamException when it is cut off, has no SPS or more than 64 units, or its NAL unit lengths are not four
     *     bytes long
     */
    public static HevcConfiguration parse(byte[] record) throws BitstreamException {
        RecordReader in = new RecordReader(record);
        if (in.u8() != 1) {
            throw new BitstreamException("this is no HEVC decoder configuration record");
        }
        int profile = in.u8();
        ProfileTierLevel general = new ProfileTierLevel(
                profile >> 6, (profile & 0x20) != 0, profile & 0x1F, (int) in.number(4), in.number(6), in.u8());
        in.number(8);
        if ((in.u8() & 3) != FOUR_BYTE_LENGTHS) {
            throw new BitstreamException("NAL unit lengths of other than four bytes");
        }
        List<ByteBuffer> units = readArrays(in);
        for (ByteBuffer unit : units) {
            if (H265NalType.of(unit) == H265NalType.SPS) {
                return new HevcConfiguration(general, H265Sps.parse(unit), units, record);
            }
        }
        throw new BitstreamException("the record has no sequence parameter set");
    }

    private static List<ByteBuffer> readArrays(RecordReader in) throws BitstreamException {
        List<ByteBuffer> units = new ArrayList<>();
        int arrays = in.u8();
        for (int i = 0; i < arrays; i++) {
            in.u8();
            int count = in.u16();
            if (units.size() + count > MAX_UNITS) {
                throw new BitstreamException("a configuration record with more than 64 NAL units");
            }
            in.readUnits(count, units);
        }
        return units;
    }

    private static boolean isParameterSet(ByteBuffer unit) {
        int type = H265NalType.of(unit);
        return type >= H265NalType.VPS && type <= H265NalType.PPS;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HevcConfiguration that && Arrays.equals(record, that.record);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(record);
    }
}
