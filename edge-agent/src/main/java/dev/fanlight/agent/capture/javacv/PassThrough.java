package dev.fanlight.agent.capture.javacv;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;

import dev.fanlight.media.H264Config;
import dev.fanlight.media.bitstream.BitstreamException;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;

/** Whether a file’s video can travel as it is: H.264 whose pictures are stored in the order in which they are shown. */
sealed interface PassThrough {

    /** Packets that tell about reordering where the parameter sets do not. */
    int PROBED_PACKETS = 120;

    /** It can. */
    record Possible(InBandFormat format) implements PassThrough {}

    /** It cannot; {@code why} goes on after the file’s name. */
    record Impossible(String why) implements PassThrough {}

    /** Looks at the stream, which stands at its beginning afterwards. */
    static PassThrough of(VideoInput input) throws FfmpegException {
        AVCodecParameters parameters = input.parameters();
        if (parameters.codec_id() != AV_CODEC_ID_H264) {
            String codec = avcodec_get_name(parameters.codec_id()).getString();
            return new Impossible("holds " + codec + ", and only H.264 can be passed through");
        }
        try {
            byte[] record = new byte[parameters.extradata_size()];
            parameters.extradata().get(record);
            H264Config config = H264Config.of(H264Config.parse(record).parameterSets());
            boolean ordered = config.promisesNoReordering() || !isReordered(input);
            return ordered
                    ? new Possible(new InBandFormat(config, config.shape().withFrameRate(input.fps())))
                    : new Impossible(
                            "has B-frames (pictures stored in another order than shown), which cannot be passed"
                                    + " through live");
        } catch (BitstreamException e) {
            return new Impossible("has H.264 that cannot be passed through (" + e.getMessage() + ")");
        }
    }

    private static boolean isReordered(VideoInput input) throws FfmpegException {
        boolean reordered = false;
        for (int i = 0; i < PROBED_PACKETS && !reordered && input.read(); i++) {
            reordered = input.presentationMicros() != input.decodingMicros();
        }
        input.rewind();
        return reordered;
    }
}
