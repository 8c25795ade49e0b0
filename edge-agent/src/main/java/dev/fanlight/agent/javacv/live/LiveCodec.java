package dev.fanlight.agent.javacv.live;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;

import dev.fanlight.agent.config.EncodeMode;
import dev.fanlight.agent.javacv.PassedVideo;
import dev.fanlight.media.H264Nal;
import dev.fanlight.media.H265Nal;
import dev.fanlight.media.NalCodec;
import dev.fanlight.media.NalConfig;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.bitstream.NalUnits;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * What a live stream says of its video before the first packet. Nothing in it is probed: what is missing, the parameter sets say. Immutable.
 *
 * @param id an {@code AV_CODEC_ID_…}
 * @param extradata a configuration record, or parameter sets in Annex B; empty when there are none
 * @param container what the container knows besides
 */
public record LiveCodec(int id, Optional<byte[]> extradata, PassedVideo.Container container) {

    /** Most temporal sub-layers of H.265: until they are known, none of its frames counts as disposable. */
    private static final int MOST_SUB_LAYERS = 7;

    private static final byte RECORD_VERSION = 1;

    /** H.264 in Annex B with parameter sets in band. */
    public static LiveCodec h264() {
        return inBand(AV_CODEC_ID_H264);
    }

    /** H.265 in Annex B with parameter sets in band. */
    public static LiveCodec h265() {
        return inBand(AV_CODEC_ID_HEVC);
    }

    /** A JPEG a frame. */
    public static LiveCodec mjpeg() {
        return inBand(AV_CODEC_ID_MJPEG);
    }

    private static LiveCodec inBand(int id) {
        return new LiveCodec(id, Optional.empty(), new PassedVideo.Container(Optional.empty(), 0, 0));
    }

    /** Why it cannot be passed through whatever comes, as the end of a sentence that begins with the name of the source. */
    Optional<String> refusal(EncodeMode mode) {
        if (id != AV_CODEC_ID_H264 && id != AV_CODEC_ID_HEVC) {
            return Optional.of(
                    "sends " + avcodec_get_name(id).getString() + ", and only H.264 and H.265 can be passed through");
        }
        return id == AV_CODEC_ID_HEVC && mode != EncodeMode.NONE
                ? Optional.of("sends H.265, which is passed through only with camera.encode=none")
                : Optional.empty();
    }

    NalCodec nalCodec() {
        return id == AV_CODEC_ID_H264 ? new H264Nal() : new H265Nal(MOST_SUB_LAYERS);
    }

    /** The NAL units of a packet. */
    List<ByteBuffer> split(ByteBuffer bytes) throws BitstreamException {
        return hasRecord() ? NalUnits.splitLengthPrefixed(bytes) : NalUnits.splitAnnexB(bytes);
    }

    /** The video with the parameter sets that are known in advance; empty when they come in band, or are broken. */
    Optional<PassedVideo> inAdvance() {
        if (extradata.isEmpty()) {
            return Optional.empty();
        }
        try {
            NalConfig config = hasRecord()
                    ? PassedVideo.read(id == AV_CODEC_ID_H264, extradata.get())
                    : nalCodec().configOf(parameterSets(extradata.get()));
            return Optional.of(video(config));
        } catch (BitstreamException e) {
            return Optional.empty();
        }
    }

    /** The video with these parameter sets. */
    PassedVideo video(NalConfig config) {
        try {
            return new PassedVideo(config, container);
        } catch (BitstreamException e) {
            throw new IllegalStateException("parameter sets that were read before", e);
        }
    }

    private List<ByteBuffer> parameterSets(byte[] annexB) throws BitstreamException {
        return NalUnits.splitAnnexB(ByteBuffer.wrap(annexB)).stream()
                .filter(nalCodec()::isParameterSet)
                .toList();
    }

    private boolean hasRecord() {
        return extradata.isPresent() && extradata.get()[0] == RECORD_VERSION;
    }
}
