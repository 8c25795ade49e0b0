package dev.fanlight.media.bitstream;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits and joins NAL units of H.264 and H.265: Annex B (start codes) as encoders write it, and u32 lengths (ISO/IEC 14496-15
 * §4.3.3) as they travel. Views share their bytes with what they were split from. Stateless, thread safe.
 */
public final class NalUnits {

    /** Most NAL units that are taken in one access unit; no level of either codec allows as many slices. */
    public static final int MAX_UNITS = 4096;

    private static final int LENGTH_BYTES = 4;

    private NalUnits() {}

    /**
     * The NAL units between start codes, as views of {@code stream}. Bytes before the first start code and empty units are
     * ignored.
     *
     * @throws BitstreamException when there are more than {@link #MAX_UNITS}
     */
    public static List<ByteBuffer> splitAnnexB(ByteBuffer stream) throws BitstreamException {
        List<ByteBuffer> units = new ArrayList<>();
        int end = stream.limit();
        int begin = nextStartCode(stream, stream.position());
        while (begin < end) {
            int payload = begin + 3;
            int next = nextStartCode(stream, payload);
            int last = next;
            while (last > payload && stream.get(last - 1) == 0) {
                last--;
            }
            if (last > payload) {
                add(units, stream.slice(payload, last - payload));
            }
            begin = next;
        }
        return units;
    }

    /**
     * The NAL units behind u32 lengths, as views of {@code accessUnit}. Empty units are ignored.
     *
     * @throws BitstreamException when a length does not fit, or there are more than {@link #MAX_UNITS}
     */
    public static List<ByteBuffer> splitLengthPrefixed(ByteBuffer accessUnit) throws BitstreamException {
        List<ByteBuffer> units = new ArrayList<>();
        // A duplicate is big-endian, whatever the order of a buffer of native memory.
        ByteBuffer bytes = accessUnit.duplicate();
        int at = bytes.position();
        while (at < bytes.limit()) {
            if (bytes.limit() - at < LENGTH_BYTES) {
                throw new BitstreamException("a NAL unit's length is cut off");
            }
            int length = bytes.getInt(at);
            if (length < 0 || length > bytes.limit() - at - LENGTH_BYTES) {
                throw new BitstreamException("a NAL unit is longer than its access unit");
            }
            if (length > 0) {
                add(units, bytes.slice(at + LENGTH_BYTES, length));
            }
            at += LENGTH_BYTES + length;
        }
        return units;
    }

    /** Bytes that {@code units} take, each behind a u32 length or a start code of four bytes. */
    public static int prefixedSize(List<ByteBuffer> units) {
        int size = 0;
        for (ByteBuffer unit : units) {
            size += LENGTH_BYTES + unit.remaining();
        }
        return size;
    }

    /** Writes {@code units} behind u32 lengths; {@code target} is big-endian and has the room, the units are not consumed. */
    public static void writeLengthPrefixed(List<ByteBuffer> units, ByteBuffer target) {
        for (ByteBuffer unit : units) {
            target.putInt(unit.remaining()).put(unit.duplicate());
        }
    }

    /** Writes {@code units} behind start codes of four bytes; {@code target} has the room, the units are not consumed. */
    public static void writeAnnexB(List<ByteBuffer> units, ByteBuffer target) {
        for (ByteBuffer unit : units) {
            target.put((byte) 0).put((byte) 0).put((byte) 0).put((byte) 1).put(unit.duplicate());
        }
    }

    private static void add(List<ByteBuffer> units, ByteBuffer unit) throws BitstreamException {
        if (units.size() == MAX_UNITS) {
            throw new BitstreamException("an access unit has more than " + MAX_UNITS + " NAL units");
        }
        units.add(unit);
    }

    private static int nextStartCode(ByteBuffer stream, int from) {
        int end = stream.limit();
        for (int i = from; i + 2 < end; i++) {
            if (stream.get(i) == 0 && stream.get(i + 1) == 0 && stream.get(i + 2) == 1) {
                return i;
            }
        }
        return end;
    }
}
