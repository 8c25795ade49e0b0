package dev.fanlight.media.h264;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * What a sequence parameter set (H.264 §7.3.2.1.1) tells about the pictures. Immutable.
 *
 * @param profile profile_idc
 * @param constraints the byte of constraint flags behind it
 * @param level level_idc, ten times the level
 * @param width pixels after cropping
 * @param height pixels after cropping
 * @param pictureOrderType pic_order_cnt_type; 2 means output order is decoding order
 * @param maxReorderFrames how many frames may be shown later than decoded, where the VUI tells
 */
public record SequenceParameterSet(
        int profile,
        int constraints,
        int level,
        int width,
        int height,
        int pictureOrderType,
        OptionalInt maxReorderFrames) {

    /** The codec string of RFC 6381 / ISO/IEC 14496-15 annex E, for example {@code avc1.42C01F}. */
    public String codec() {
        return String.format(Locale.ROOT, "avc1.%02X%02X%02X", profile, constraints, level);
    }

    /** Whether the stream promises that pictures are shown in the order they are decoded. */
    public boolean promisesNoReordering() {
        boolean baseline = profile == 66;
        return baseline || pictureOrderType == 2 || maxReorderFrames.equals(OptionalInt.of(0));
    }

    /**
     * Reads one.
     *
     * @param nal the NAL unit with its header byte, without start code; it is not consumed
     * @throws BitstreamException when it is cut off or holds impossible values
     */
    public static SequenceParameterSet parse(ByteBuffer nal) throws BitstreamException {
        if (NalUnits.type(nal) != NalUnits.SPS) {
            throw new BitstreamException("this is no sequence parameter set");
        }
        return new SpsReader(new BitReader(nal)).read();
    }
}
