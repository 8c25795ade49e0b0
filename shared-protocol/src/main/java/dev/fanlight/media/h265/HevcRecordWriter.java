package dev.fanlight.media.h265;

import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;

/** Writes an HEVCDecoderConfigurationRecord (ISO/IEC 14496-15 §8.3.3.1.2). Stateless. */
final class HevcRecordWriter {

    private static final int HEAD_BYTES = 23;
    private static final int ARRAY_HEAD_BYTES = 3;
    private static final int COMPLETE = 0x80;

    private HevcRecordWriter() {}

    /** {@code sets} are parameter sets only, each once. */
    static byte[] write(List<ByteBuffer> sets) throws BitstreamException {
        List<ByteBuffer> vps = ofType(sets, H265NalType.VPS);
        List<ByteBuffer> sps = ofType(sets, H265NalType.SPS);
        List<ByteBuffer> pps = ofType(sets, H265NalType.PPS);
        if (vps.isEmpty() || sps.isEmpty() || pps.isEmpty()) {
            throw new BitstreamException("the stream has no parameter sets");
        }
        H265Vps.parse(vps.get(0));
        int size =
                Stream.of(vps, sps, pps).mapToInt(HevcRecordWriter::arraySize).sum();
        ByteBuffer record = ByteBuffer.allocate(HEAD_BYTES + size);
        head(H265Sps.parse(sps.get(0)), record);
        array(H265NalType.VPS, vps, record);
        array(H265NalType.SPS, sps, record);
        array(H265NalType.PPS, pps, record);
        return record.array();
    }

    private static void head(H265Sps sps, ByteBuffer record) {
        ProfileTierLevel profile = sps.profile();
        record.put((byte) 1)
                .put((byte) (profile.space() << 6 | (profile.high() ? 0x20 : 0) | profile.profile()))
                .putInt(profile.compatibility())
                .putShort((short) (profile.constraints() >> 32))
                .putInt((int) profile.constraints())
                .put((byte) profile.level());
        // No spatial segmentation, parallelism unknown, frame rate unspecified: all of these are hints.
        record.putShort((short) 0xF000).put((byte) 0xFC);
        record.put((byte) (0xFC | sps.chromaFormat()))
                .put((byte) (0xF8 | (sps.lumaBits() - 8)))
                .put((byte) (0xF8 | (sps.chromaBits() - 8)))
                .putShort((short) 0)
                .put((byte) (sps.subLayers() << 3 | (sps.nested() ? 4 : 0) | 3))
                .put((byte) 3);
    }

    private static void array(int type, List<ByteBuffer> sets, ByteBuffer record) {
        record.put((byte) (COMPLETE | type)).putShort((short) sets.size());
        sets.forEach(set -> record.putShort((short) set.remaining()).put(set.duplicate()));
    }

    private static int arraySize(List<ByteBuffer> sets) {
        return ARRAY_HEAD_BYTES
                + sets.stream().mapToInt(set -> 2 + set.remaining()).sum();
    }

    private static List<ByteBuffer> ofType(List<ByteBuffer> sets, int type) throws BitstreamException {
        List<ByteBuffer> found =
                sets.stream().filter(set -> H265NalType.of(set) == type).toList();
        if (found.stream().anyMatch(set -> set.remaining() > 0xFFFF)) {
            throw new BitstreamException("the parameter sets do not fit into a configuration record");
        }
        return found;
    }
}
