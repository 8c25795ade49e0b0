package dev.fanlight.media.h264;

import dev.fanlight.media.bitstream.BitReader;
import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;

/** The beginning of a slice (H.264 §7.3.3). Stateless, thread safe. */
public final class H264SliceHeader {

    private static final int HEADER_BITS = 8;

    /** slice_type of a B-slice (table 7-6). */
    private static final int B = 1;

    /** The types above are the same ones again, for frames all of whose slices are of one type. */
    private static final int TYPES = 5;

    private H264SliceHeader() {}

    /**
     * Whether it is a slice of a B-frame, which may refer to frames that are shown after it.
     *
     * @param nal a NAL unit with its header byte; it is not consumed
     * @return false for any other NAL unit, and for one that is cut off
     */
    public static boolean isBidirectional(ByteBuffer nal) {
        if (H264NalType.of(nal) != H264NalType.SLICE) {
            return false;
        }
        try {
            BitReader in = BitReader.ofRbsp(nal);
            in.skip(HEADER_BITS);
            in.unsignedGolomb();
            return in.unsignedGolomb() % TYPES == B;
        } catch (BitstreamException e) {
            return false;
        }
    }
}
