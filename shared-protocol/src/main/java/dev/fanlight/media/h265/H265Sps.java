package dev.fanlight.media.h265;

import dev.fanlight.media.bitstream.AspectRatio;
import dev.fanlight.media.bitstream.BitReader;
import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;
import java.util.OptionalDouble;

/**
 * What a sequence parameter set (H.265 §7.3.2.2) says about the pictures. Immutable.
 *
 * @param profile profile, tier and level
 * @param id sps_seq_parameter_set_id, 0–15
 * @param subLayers temporal sub-layers, 1–7
 * @param nested sps_temporal_id_nesting_flag
 * @param chromaFormat chroma_format_idc: 0 none, 1 4:2:0, 2 4:2:2, 3 4:4:4
 * @param lumaBits bits of a luma sample, 8–16
 * @param chromaBits bits of a chroma sample, 8–16
 * @param width pixels inside the conformance window
 * @param height pixels inside the conformance window
 * @param maxReorderFrames how many frames may be shown later than decoded, of the highest sub-layer
 * @param sampleAspectRatio shape of a sample
 * @param frameRate frames a second, where the VUI says so
 */
public record H265Sps(
        ProfileTierLevel profile,
        int id,
        int subLayers,
        boolean nested,
        int chromaFormat,
        int lumaBits,
        int chromaBits,
        int width,
        int height,
        int maxReorderFrames,
        AspectRatio sampleAspectRatio,
        OptionalDouble frameRate) {

    /** Most temporal sub-layers. */
    static final int MAX_SUB_LAYERS = 7;

    /** The codec string, for example {@code hvc1.1.6.L93.B0}. */
    public String codec() {
        return profile.codec();
    }

    /** Whether the stream promises that frames are shown in the order in which they are decoded. */
    public boolean promisesNoReordering() {
        return maxReorderFrames == 0;
    }

    /**
     * Reads one.
     *
     * @param nal the NAL unit with its header, without start code; it is not consumed
     * @throws BitstreamException when it is cut off or holds impossible values
     */
    public static H265Sps parse(ByteBuffer nal) throws BitstreamException {
        if (H265NalType.of(nal) != H265NalType.SPS) {
            throw new BitstreamException("this is no sequence parameter set");
        }
        return new H265SpsReader(BitReader.ofRbsp(nal)).read();
    }
}
