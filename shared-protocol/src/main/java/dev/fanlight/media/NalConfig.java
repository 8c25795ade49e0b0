package dev.fanlight.media;

import java.nio.ByteBuffer;
import java.util.List;

/** A codec made of NAL units, whose configuration record holds its parameter sets. Implementations are immutable. */
public sealed interface NalConfig extends CodecConfig permits H264Config, H265Config {

    /** How its NAL units are read. */
    NalCodec nalCodec();

    /** The parameter sets of the record as NAL units; views that must not be written to. */
    List<ByteBuffer> parameterSets();

    /** Whether the parameter sets promise that frames are shown in the order in which they are decoded. */
    boolean promisesNoReordering();

    /** Whether the parameter sets say that frames are shown in another order; not all streams that do so say it. */
    boolean announcesReordering();

    /**
     * Whether all browsers that play the codec decode this profile: 4:2:0 with 8 bits, and none of the profiles for production (High 10,
     * High 4:2:2, High 4:4:4, intra), which hardware decoders refuse.
     */
    boolean isWidelyDecodable();

    /** Size, shape of a sample and frame rate as the first sequence parameter set says. */
    VideoShape shape();

    @Override
    default MediaKind kind() {
        return MediaKind.VIDEO;
    }
}
