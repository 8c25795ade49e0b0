package dev.fanlight.media.h264;

import dev.fanlight.media.bitstream.AspectRatio;
import dev.fanlight.media.bitstream.BitReader;
import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a sequence parameter set (H.264 §7.3.2.1.1) says about the pictures. Immutable.
 *
 * @param profile profile_idc
 * @param constraints the byte of constraint flags behind it
 * @param level level_idc, ten times the level
 * @param id seq_parameter_set_id, 0–31
 * @param sampling chroma format and bit depths
 * @param width pixels after cropping
 * @param height pixels after cropping
 * @param pictureOrderType pic_order_cnt_type; 2 means output order is decoding order
 * @param sampleAspectRatio shape of a sample
 * @param frameRate frames a second, where the VUI says so and they come at a fixed distance or nearly
 * @param maxReorderFrames how many frames may be shown later than decoded, where the VUI says so
 */
public record H264Sps(
        int profile,
        int constraints,
        int level,
        int id,
        Sampling sampling,
        int width,
        int height,
        int pictureOrderType,
        AspectRatio sampleAspectRatio,
        OptionalDouble frameRate,
        OptionalInt maxReorderFrames) {

    private static final int BASELINE = 66;
    private static final int MAIN = 77;
    private static final int HIGH = 100;
    private static final Set<Integer> WIDELY_DECODABLE = Set.of(BASELINE, MAIN, HIGH);

    /**
     * How samples are stored.
     *
     * @param chromaFormat chroma_format_idc: 0 none, 1 4:2:0, 2 4:2:2, 3 4:4:4
     * @param lumaBits bits of a luma sample, 8–14
     * @param chromaBits bits of a chroma sample, 8–14
     */
    public record Sampling(int chromaFormat, int lumaBits, int chromaBits) {

        /** 4:2:0 with 8 bits, which profiles without chroma information have. */
        public static final Sampling YUV420_8 = new Sampling(1, 8, 8);
    }

    /** The codec string of RFC 6381 / ISO/IEC 14496-15 annex E, for example {@code avc1.42C01F}. */
    public String codec() {
        return String.format(Locale.ROOT, "avc1.%02X%02X%02X", profile, constraints, level);
    }

    /** Whether the stream promises that frames are shown in the order in which they are decoded. */
    public boolean promisesNoReordering() {
        return profile == BASELINE || pictureOrderType == 2 || maxReorderFrames.equals(OptionalInt.of(0));
    }

    /** Whether it is of Baseline, Main or High profile, with 4:2:0 or monochrome of 8 bits. */
    public boolean isWidelyDecodable() {
        boolean bits = sampling.lumaBits() == 8 && sampling.chromaBits() == 8;
        return WIDELY_DECODABLE.contains(profile) && bits && sampling.chromaFormat() <= 1;
    }

    /**
     * Reads one.
     *
     * @param nal the NAL unit with its header byte, without start code; it is not consumed
     * @throws BitstreamException when it is cut off or holds impossible values
     */
    public static H264Sps parse(ByteBuffer nal) throws BitstreamException {
        if (H264NalType.of(nal) != H264NalType.SPS) {
            throw new BitstreamException("this is no sequence parameter set");
        }
        return new H264SpsReader(BitReader.ofRbsp(nal)).read();
    }
}
