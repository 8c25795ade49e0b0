package dev.fanlight.media.h264;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits and joins NAL units: Annex B (start codes) as encoders write it, AVCC (u32 lengths, ISO/IEC 14496-15 §5.3) as it
 * travels. Stateless, thread safe.
 */
public final class NalUnits {

    /** NAL unit type of a picture that is no key frame. */
    public static final int SLICE = 1;

    /** NAL unit type of a key frame (IDR). */
    public static final int IDR = 5;

    /** NAL unit type of a sequence parameter set. */
    public static final int SPS = 7;

    /** NAL unit type of a picture parameter set. */
    public static final int PPS = 8;

    /** NAL unit type of an access unit delimiter. */
    public static final int DELIMITER = 9;

    private NalUnits() {}

    /** The NAL unit type, 0–31; 0 for an empty unit. */
    public static int type(ByteBuffer nal) {
        return nal.hasRemaining() ? nal.get(nal.position()) & 0x1F : 0;
    }

    /** Whether no other picture refers to this one (nal_ref_idc 0). */
    public static boolean isDisposable(ByteBuffer nal) {
        return nal.hasRemaining() && (nal.get(nal.position()) & 0x60) == 0;
    }

    /**
     * The NAL units between start codes (H.264 Annex B), as views of {@code stream}. Bytes before the first start code and
     * empty units are left out.
     */
    public static List<ByteBuffer> splitAnnexB(ByteBuffer stream) {
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
                units.add(stream.slice(payload, last - payload));
            }
            begin = next;
        }
        return units;
    }

    /**
     * The NAL units behind u32 lengths, as views of {@code accessUnit}.
     *
     * @throws IllegalArgumentException when a length does not fit
     */
    public static List<ByteBuffer> splitLengthPrefixed(ByteBuffer accessUnit) {
        List<ByteBuffer> units = new ArrayList<>();
        // A duplicate is big-endian, whatever the order of a buffer of native memory.
        ByteBuffer bytes = accessUnit.duplicate();
        int at = bytes.position();
        while (at < bytes.limit()) {
            if (bytes.limit() - at < 4) {
                throw new IllegalArgumentException("a NAL unit's length is cut off");
            }
            int length = bytes.getInt(at);
            if (length < 0 || length > bytes.limit() - at - 4) {
                throw new IllegalArgumentException("a NAL unit is longer than its access unit");
            }
            units.add(bytes.slice(at + 4, length));
            at += 4 + length;
        }
        return units;
    }

    /** Bytes that {@code units} take with their u32 lengths. */
    public static int lengthPrefixedSize(List<ByteBuffer> units) {
        int size = 0;
        for (ByteBuffer unit : units) {
            size += 4 + unit.remaining();
        }
        return size;
    }

    /** Writes {@code units} behind u32 lengths; {@code target} is big-endian and has the room, the units are not consumed. */
    public static void writeLengthPrefixed(List<ByteBuffer> units, ByteBuffer target) {
        for (ByteBuffer unit : units) {
            target.putInt(unit.remaining()).put(unit.duplicate());
        }
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
