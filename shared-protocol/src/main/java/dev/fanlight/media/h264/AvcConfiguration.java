package dev.fanlight.media.h264;

import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.bitstream.RecordReader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The AVCDecoderConfigurationRecord ({@code avcC}, ISO/IEC 14496-15 §5.3.3.1): parameter sets outside the stream. Immutable.
 *
 * @param sps the first sequence parameter set, read
 * @param parameterSets NAL units of all sets, SPS first; views that must not be written to
 * @param record the bytes of the record; not copied, must not be written to
 */
public record AvcConfiguration(H264Sps sps, List<ByteBuffer> parameterSets, byte[] record) {

    private static final Set<Integer> PROFILES_WITH_CHROMA = Set.of(100, 110, 122, 144, 244);
    private static final int FOUR_BYTE_LENGTHS = 3;
    private static final int MAX_SPS = 31;
    private static final int MAX_PPS = 255;

    /** Keeps an unmodifiable list. */
    public AvcConfiguration {
        parameterSets = List.copyOf(parameterSets);
    }

    /**
     * Makes a record out of parameter sets.
     *
     * @param sets NAL units without start codes; units other than SPS and PPS are ignored, repeated ones kept once
     * @throws BitstreamException when an SPS or a PPS is missing, broken or too long
     */
    public static AvcConfiguration of(List<ByteBuffer> sets) throws BitstreamException {
        List<ByteBuffer> sps = ofType(sets, H264NalType.SPS, MAX_SPS);
        List<ByteBuffer> pps = ofType(sets, H264NalType.PPS, MAX_PPS);
        if (sps.isEmpty() || pps.isEmpty()) {
            throw new BitstreamException("the stream has no parameter sets");
        }
        H264Sps first = H264Sps.parse(sps.get(0));
        boolean chroma = PROFILES_WITH_CHROMA.contains(first.profile());
        ByteBuffer record = ByteBuffer.allocate(7 + sizeOf(sps) + sizeOf(pps) + (chroma ? 4 : 0));
        record.put((byte) 1)
                .put((byte) first.profile())
                .put((byte) first.constraints())
                .put((byte) first.level())
                .put((byte) (0xFC | FOUR_BYTE_LENGTHS));
        record.put((byte) (0xE0 | sps.size()));
        putAll(sps, record);
        record.put((byte) pps.size());
        putAll(pps, record);
        if (chroma) {
            H264Sps.Sampling sampling = first.sampling();
            record.put((byte) (0xFC | sampling.chromaFormat()))
                    .put((byte) (0xF8 | (sampling.lumaBits() - 8)))
                    .put((byte) (0xF8 | (sampling.chromaBits() - 8)))
                    .put((byte) 0);
        }
        return parse(record.array());
    }

    /**
     * Reads a record, as MP4, Matroska and FLV hold it.
     *
     * @throws BitstreamException when it is cut off, has no SPS, or its NAL unit lengths are not four bytes long
     */
    public static AvcConfiguration parse(byte[] record) throws BitstreamException {
        RecordReader in = new RecordReader(record);
        if (in.u8() != 1) {
            throw new BitstreamException("this is no AVC decoder configuration record");
        }
        in.number(3);
        if ((in.u8() & 3) != FOUR_BYTE_LENGTHS) {
            throw new BitstreamException("NAL unit lengths of other than four bytes");
        }
        List<ByteBuffer> sets = new ArrayList<>();
        in.readUnits(in.u8() & 0x1F, sets);
        in.readUnits(in.u8(), sets);
        List<ByteBuffer> sps = ofType(sets, H264NalType.SPS, MAX_SPS);
        if (sps.isEmpty()) {
            throw new BitstreamException("the record has no sequence parameter set");
        }
        return new AvcConfiguration(H264Sps.parse(sps.get(0)), sets, record);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AvcConfiguration that && Arrays.equals(record, that.record);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(record);
    }

    private static List<ByteBuffer> ofType(List<ByteBuffer> units, int type, int max) throws BitstreamException {
        List<ByteBuffer> found = units.stream()
                .filter(unit -> H264NalType.of(unit) == type)
                .distinct()
                .toList();
        if (found.size() > max || found.stream().anyMatch(unit -> unit.remaining() > 0xFFFF)) {
            throw new BitstreamException("the parameter sets do not fit into a configuration record");
        }
        return found;
    }

    private static int sizeOf(List<ByteBuffer> sets) {
        return sets.stream().mapToInt(set -> 2 + set.remaining()).sum();
    }

    private static void putAll(List<ByteBuffer> sets, ByteBuffer target) {
        sets.forEach(set -> target.putShort((short) set.remaining()).put(set.duplicate()));
    }
}
