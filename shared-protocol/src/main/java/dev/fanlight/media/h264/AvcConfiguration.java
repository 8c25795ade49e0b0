package dev.fanlight.media.h264;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The AVCDecoderConfigurationRecord ({@code avcC}, ISO/IEC 14496-15 §5.3.3.1): parameter sets outside the stream. Immutable.
 *
 * @param parameters the first sequence parameter set, read
 * @param record the bytes of the record; not copied, must not be written to
 */
public record AvcConfiguration(SequenceParameterSet parameters, byte[] record) {

    private static final Set<Integer> PROFILES_WITH_CHROMA = Set.of(100, 110, 122, 144);

    /** The parameter sets and the length size of an existing record. */
    private static final int LENGTH_SIZE_MINUS_ONE = 3;

    /**
     * Makes a record out of parameter sets.
     *
     * @param sets NAL units without start codes; others than SPS and PPS are left out
     * @throws BitstreamException when an SPS or a PPS is missing or broken
     */
    public static AvcConfiguration of(List<ByteBuffer> sets) throws BitstreamException {
        List<ByteBuffer> sps = ofType(sets, NalUnits.SPS);
        List<ByteBuffer> pps = ofType(sets, NalUnits.PPS);
        if (sps.isEmpty() || pps.isEmpty()) {
            throw new BitstreamException("the stream has no parameter sets");
        }
        SequenceParameterSet parameters = SequenceParameterSet.parse(sps.get(0));
        boolean chroma = PROFILES_WITH_CHROMA.contains(parameters.profile());
        int size = 7 + sizeOf(sps) + sizeOf(pps) + (chroma ? 4 : 0);
        ByteBuffer record = ByteBuffer.allocate(size);
        record.put((byte) 1)
                .put((byte) parameters.profile())
                .put((byte) parameters.constraints())
                .put((byte) parameters.level())
                .put((byte) (0xFC | LENGTH_SIZE_MINUS_ONE));
        record.put((byte) (0xE0 | sps.size()));
        putAll(sps, record);
        record.put((byte) pps.size());
        putAll(pps, record);
        if (chroma) {
            // 4:2:0, 8 bits: the only form the encoders here make and browsers decode.
            record.put((byte) 0xFD).put((byte) 0xF8).put((byte) 0xF8).put((byte) 0);
        }
        return new AvcConfiguration(parameters, record.array());
    }

    /**
     * Reads a record, as MP4 and Matroska hold it.
     *
     * @throws BitstreamException when it is cut off, or its length fields are not four bytes long
     */
    public static AvcConfiguration parse(byte[] record) throws BitstreamException {
        ByteBuffer in = ByteBuffer.wrap(record);
        if (record.length < 7 || record[0] != 1) {
            throw new BitstreamException("this is no AVC decoder configuration record");
        }
        if ((record[4] & 3) != LENGTH_SIZE_MINUS_ONE) {
            throw new BitstreamException("NAL unit lengths of other than four bytes");
        }
        in.position(5);
        List<ByteBuffer> sets = new ArrayList<>();
        readAll(in, in.get() & 0x1F, sets);
        readAll(in, unsignedByte(in), sets);
        List<ByteBuffer> sps = ofType(sets, NalUnits.SPS);
        if (sps.isEmpty()) {
            throw new BitstreamException("the record has no sequence parameter set");
        }
        return new AvcConfiguration(SequenceParameterSet.parse(sps.get(0)), record);
    }

    private static void readAll(ByteBuffer in, int count, List<ByteBuffer> sets) throws BitstreamException {
        for (int i = 0; i < count; i++) {
            int length = unsignedByte(in) << 8 | unsignedByte(in);
            if (length > in.remaining()) {
                throw new BitstreamException("the record is cut off");
            }
            sets.add(in.slice(in.position(), length));
            in.position(in.position() + length);
        }
    }

    private static int unsignedByte(ByteBuffer in) throws BitstreamException {
        if (!in.hasRemaining()) {
            throw new BitstreamException("the record is cut off");
        }
        return in.get() & 0xFF;
    }

    private static List<ByteBuffer> ofType(List<ByteBuffer> units, int type) {
        return units.stream()
                .filter(unit -> NalUnits.type(unit) == type)
                .distinct()
                .limit(31)
                .toList();
    }

    private static int sizeOf(List<ByteBuffer> sets) {
        return sets.stream().mapToInt(set -> 2 + set.remaining()).sum();
    }

    private static void putAll(List<ByteBuffer> sets, ByteBuffer target) {
        sets.forEach(set -> target.putShort((short) set.remaining()).put(set.duplicate()));
    }
}
