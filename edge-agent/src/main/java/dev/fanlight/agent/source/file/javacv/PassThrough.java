package dev.fanlight.agent.source.file.javacv;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;

import dev.fanlight.agent.config.EncodeMode;
import dev.fanlight.agent.javacv.FfmpegException;
import dev.fanlight.agent.javacv.MediaInput;
import dev.fanlight.media.H264Config;
import dev.fanlight.media.H265Config;
import dev.fanlight.media.NalConfig;
import dev.fanlight.media.bitstream.BitstreamException;
import java.util.Optional;

/**
 * Whether a file’s video can be passed through: H.264 whose frames are stored in the order in which they are shown. H.265, which
 * many browsers do not play, is passed through only where encoding is forbidden.
 */
sealed interface PassThrough {

    /** Packets that are checked for reordering where the parameter sets do not exclude it. */
    int PROBED_PACKETS = 120;

    /** It can. */
    record Possible(PassedVideo video) implements PassThrough {}

    /** It cannot; {@code why} continues a sentence that begins with the file’s name. */
    record Impossible(String why) implements PassThrough {}

    /** Looks at the stream, which is at its beginning afterwards. */
    static PassThrough of(MediaInput input, EncodeMode mode) throws FfmpegException {
        int codec = input.video().parameters().codec_id();
        String name = avcodec_get_name(codec).getString();
        if (codec != AV_CODEC_ID_H264 && codec != AV_CODEC_ID_HEVC) {
            return new Impossible("holds " + name + ", and only H.264 and H.265 can be passed through");
        }
        if (codec == AV_CODEC_ID_HEVC && mode != EncodeMode.NONE) {
            return new Impossible("holds H.265, which is passed through only with camera.encode=none");
        }
        try {
            NalConfig config = config(codec, input.video().record());
            boolean ordered = config.promisesNoReordering() || !isReordered(input);
            return ordered
                    ? new Possible(new PassedVideo(
                            config, config.shape().withFrameRate(input.video().fps())))
                    : new Impossible("has B-frames (frames stored in another order than shown), which cannot be passed"
                            + " through live");
        } catch (BitstreamException e) {
            return new Impossible("has " + name + " that cannot be passed through (" + e.getMessage() + ")");
        }
    }

    private static NalConfig config(int codec, Optional<byte[]> record) throws BitstreamException {
        byte[] bytes = record.orElseThrow(() -> new BitstreamException("no configuration record"));
        return codec == AV_CODEC_ID_H264
                ? H264Config.of(H264Config.parse(bytes).parameterSets())
                : H265Config.of(H265Config.parse(bytes).parameterSets());
    }

    private static boolean isReordered(MediaInput input) throws FfmpegException {
        boolean reordered = false;
        for (int i = 0; i < PROBED_PACKETS && !reordered && input.read(); i++) {
            reordered = input.presentationMicros() != input.decodingMicros();
        }
        input.rewind();
        return reordered;
    }
}
