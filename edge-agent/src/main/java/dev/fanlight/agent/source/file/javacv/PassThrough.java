package dev.fanlight.agent.source.file.javacv;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;

import dev.fanlight.agent.config.EncodeMode;
import dev.fanlight.agent.javacv.FfmpegException;
import dev.fanlight.agent.javacv.InputTrack;
import dev.fanlight.agent.javacv.MediaInput;
import dev.fanlight.agent.javacv.PassedVideo;
import dev.fanlight.media.NalConfig;
import dev.fanlight.media.bitstream.BitstreamException;
import java.util.Optional;

/**
 * Whether a file’s video can be passed through: H.264 that browsers decode and a relay takes, whose frames are stored in the order
 * in which they are shown. H.265, which many browsers do not play, is passed through only where encoding is forbidden, and so is
 * what only some browsers decode.
 */
sealed interface PassThrough {

    /** Why what is mirrored is not passed through. */
    String MIRRORED = "is stored mirrored, and a page does not mirror it back";

    /** It can. */
    record Possible(PassedVideo video) implements PassThrough {}

    /** It cannot; {@code why} continues a sentence that begins with the file’s name. */
    record Impossible(String why) implements PassThrough {}

    /** Looks at the stream, which is at its beginning afterwards. */
    static PassThrough of(MediaInput input, EncodeMode mode) throws FfmpegException {
        InputTrack track = input.video();
        int codec = track.parameters().codec_id();
        String name = avcodec_get_name(codec).getString();
        if (codec != AV_CODEC_ID_H264 && codec != AV_CODEC_ID_HEVC) {
            return new Impossible("holds " + name + ", and only H.264 and H.265 can be passed through");
        }
        if (codec == AV_CODEC_ID_HEVC && mode != EncodeMode.NONE) {
            return new Impossible("holds H.265, which is passed through only with camera.encode=none");
        }
        if (track.orientation().mirrored()) {
            return new Impossible(MIRRORED);
        }
        try {
            byte[] record = track.record().orElseThrow(() -> new BitstreamException("no configuration record"));
            NalConfig config = PassedVideo.read(codec == AV_CODEC_ID_H264, record);
            PassedVideo video = new PassedVideo(
                    config,
                    new PassedVideo.Container(
                            track.sampleAspect(), track.orientation().rotation(), track.fps()));
            return of(input, video, mode);
        } catch (BitstreamException e) {
            return new Impossible("has " + name + " that cannot be passed through (" + e.getMessage() + ")");
        }
    }

    private static PassThrough of(MediaInput input, PassedVideo video, EncodeMode mode) throws FfmpegException {
        Optional<String> undecodable =
                PassedVideo.undecodable((NalConfig) video.first().config(), mode);
        Optional<String> why = undecodable.isPresent() ? undecodable : PassedProbe.of(input, video, mode);
        return why.isPresent() ? new Impossible(why.get()) : new Possible(video);
    }
}
