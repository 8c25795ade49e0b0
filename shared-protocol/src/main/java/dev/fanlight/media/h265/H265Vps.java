package dev.fanlight.media.h265;

import dev.fanlight.media.bitstream.BitReader;
import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;

/**
 * What a video parameter set (H.265 §7.3.2.1) says. Immutable.
 *
 * @param id vps_video_parameter_set_id, 0–15
 * @param subLayers temporal sub-layers, 1–7
 * @param nested vps_temporal_id_nesting_flag
 * @param profile profile, tier and level
 */
public record H265Vps(int id, int subLayers, boolean nested, ProfileTierLevel profile) {

    /**
     * Reads one.
     *
     * @param nal the NAL unit with its header, without start code; it is not consumed
     * @throws BitstreamException when it is cut off or holds impossible values
     */
    public static H265Vps parse(ByteBuffer nal) throws BitstreamException {
        if (H265NalType.of(nal) != H265NalType.VPS) {
            throw new BitstreamException("this is no video parameter set");
        }
        BitReader in = BitReader.ofRbsp(nal);
        in.skip(16);
        int id = in.bits(4);
        in.skip(8);
        int subLayers = in.bits(3) + 1;
        if (subLayers > H265Sps.MAX_SUB_LAYERS) {
            throw new BitstreamException("more than 7 temporal sub-layers");
        }
        boolean nested = in.flag();
        in.skip(16);
        return new H265Vps(id, subLayers, nested, ProfileTierLevel.read(in, subLayers));
    }
}
