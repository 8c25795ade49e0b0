package dev.fanlight.relay.config;

import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import dev.fanlight.settings.ValueParser;
import java.util.List;

/**
 * How many streams H.264 is made of, for cameras whose owner allows it. Immutable.
 *
 * @param cameras most at a time
 * @param encoder what encodes
 */
public record TranscodeConfig(int cameras, Encoder encoder) {

    private static final int MAX_CAMERAS = 100;

    /** An encoder of FFmpeg for H.264. */
    public enum Encoder {
        /** Under the BSD licence, in the relay’s own FFmpeg. */
        OPENH264("libopenh264"),
        /** Under the GPL, in FFmpegs that the owner installs. */
        X264("libx264");

        private final String programName;

        Encoder(String programName) {
            this.programName = programName;
        }

        /** The name that FFmpeg has for it. */
        public String programName() {
            return programName;
        }
    }

    /** {@code transcode.cameras}. */
    public static final Setting<Integer> CAMERAS = new Setting<>(
            "transcode.cameras",
            "2",
            ValueParser.integer(0, MAX_CAMERAS),
            "Most cameras whose video is made H.264 at a time for players by gateways, where camera transcode allows it; each costs"
                    + " about a processor core. 0 makes none.");

    /** {@code transcode.encoder}. */
    public static final Setting<Encoder> ENCODER = new Setting<>(
            "transcode.encoder",
            "openh264",
            ValueParser.oneOf(Encoder.class),
            "Encoder of H.264: openh264, or x264 where ffmpeg.program names an FFmpeg that has it; the relay's own has not.");

    /** The settings of this part, in the order of the documentation. */
    public static final List<Setting<?>> SETTINGS = List.of(CAMERAS, ENCODER);

    /** Reads it from settings. */
    public static TranscodeConfig of(Settings settings) {
        return new TranscodeConfig(settings.get(CAMERAS), settings.get(ENCODER));
    }
}
