package dev.fanlight.agent.encode.javacv;

import dev.fanlight.agent.config.EncodeSettings;
import dev.fanlight.agent.encode.EncoderChoice;
import java.util.List;
import java.util.Map;

/**
 * The H.264 encoders of FFmpeg that may work on a computer without a screen. Those in hardware first, for they leave the processor to
 * others. Stateless.
 */
public final class H264Encoders {

    private static final String V4L2 = "h264_v4l2m2m";
    private static final String VAAPI = "h264_vaapi";
    private static final String OPENH264 = "libopenh264";

    private H264Encoders() {}

    /** Encoders in hardware: of a Raspberry Pi up to 4 and other small computers, and of graphics processors of Intel and AMD. */
    public static List<EncoderChoice> hardware(EncodeSettings settings) {
        return List.of(
                new EncoderChoice(
                        V4L2,
                        frames -> ReopenedEncoder.open(
                                frames,
                                settings.bitRate(),
                                rate -> H264Session.open(
                                        V4L2, frames, settings.withBitRate(rate), 1, Map.of(), new SharedInput()))),
                new EncoderChoice(
                        VAAPI,
                        frames -> ReopenedEncoder.open(
                                frames,
                                settings.bitRate(),
                                rate -> H264Session.open(
                                        VAAPI,
                                        frames,
                                        settings.withBitRate(rate),
                                        1,
                                        Map.of("profile", "constrained_baseline", "async_depth", "1"),
                                        VaapiInput.open(frames.size())))));
    }

    /**
     * Encoders that use the processor.
     *
     * @param cores how many processors they may use
     */
    public static List<EncoderChoice> software(EncodeSettings settings, int cores) {
        return List.of(
                new EncoderChoice("libx264", frames -> X264Encoder.open(frames, settings, cores)),
                new EncoderChoice(
                        OPENH264,
                        frames -> ReopenedEncoder.open(
                                frames,
                                settings.bitRate(),
                                rate -> H264Session.open(
                                        OPENH264,
                                        frames,
                                        settings.withBitRate(rate),
                                        cores,
                                        Map.of("allow_skip_frames", "0", "rc_mode", "bitrate"),
                                        new SharedInput()))));
    }
}
