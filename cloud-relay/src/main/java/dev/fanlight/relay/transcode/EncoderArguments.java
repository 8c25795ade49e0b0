package dev.fanlight.relay.transcode;

import dev.fanlight.media.Av1Config;
import dev.fanlight.media.Track;
import dev.fanlight.media.VideoShape;
import dev.fanlight.relay.child.PipedInput;
import dev.fanlight.relay.config.TranscodeConfig.Encoder;
import java.util.ArrayList;
import java.util.List;

/** What FFmpeg is to do: H.264 without reordered frames out of Matroska, one frame for each, at its time. Stateless. */
final class EncoderArguments {

    /** Longest time between two key frames. */
    static final int KEY_FRAME_SECONDS = 2;

    private static final double BITS_PER_PIXEL = 0.12;
    private static final double USUAL_RATE = 25;
    private static final double MOST_RATE = 30;
    private static final int LEAST_BIT_RATE = 200_000;
    private static final int MOST_BIT_RATE = 8_000_000;
    // Above what a key frame is forced for: the timer alone decides.
    private static final int MOST_FRAMES_OF_A_GOP = 600;

    private EncoderArguments() {}

    static List<String> of(Track video, Encoder encoder) {
        List<String> all = new ArrayList<>();
        if (video.config() instanceof Av1Config) {
            all.addAll(List.of("-flags", "low_delay"));
        }
        // More than one would hold frames back.
        all.addAll(List.of("-threads", "1"));
        all.addAll(PipedInput.of(
                "matroska",
                List.of(
                        "-map",
                        "0:v:0",
                        // Times stay as they are, so that what comes out is matched with what went in.
                        "-copyts",
                        "-fps_mode",
                        "passthrough",
                        // Or it would count in frames where the rate is known.
                        "-enc_time_base",
                        "1:1000",
                        "-threads",
                        "1",
                        "-c:v",
                        encoder.programName())));
        if (encoder == Encoder.X264) {
            all.addAll(List.of("-preset", "veryfast", "-tune", "zerolatency"));
        }
        all.addAll(List.of(
                "-pix_fmt",
                "yuv420p",
                "-b:v",
                "" + bitRate((VideoShape) video.shape()),
                "-g",
                "" + MOST_FRAMES_OF_A_GOP,
                "-force_key_frames",
                "expr:gte(t,prev_forced_t+" + KEY_FRAME_SECONDS + ")+isnan(prev_forced_t)",
                "-f",
                "flv",
                "-flvflags",
                "no_sequence_end+no_metadata",
                "-flush_packets",
                "1",
                "pipe:1"));
        return all;
    }

    private static int bitRate(VideoShape shape) {
        double rate = Math.min(MOST_RATE, shape.frameRate().orElse(USUAL_RATE));
        double bits = BITS_PER_PIXEL * shape.width() * shape.height() * rate;
        return (int) Math.max(LEAST_BIT_RATE, Math.min(MOST_BIT_RATE, bits));
    }
}
