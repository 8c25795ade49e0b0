package dev.fanlight.relay.gateway.still;

import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import dev.fanlight.settings.ValueParser;
import java.util.List;

/**
 * What can be set for stills and motion JPEG. Immutable.
 *
 * @param fps frames a second of motion JPEG; 0 when only key frames are sent
 * @param maxWidth widest JPEG, pixels; 0 when none is made smaller
 */
record StillConfig(int fps, int maxWidth) {

    private static final int MOST_FPS = 15;
    private static final int WIDEST = 7_680;

    /** {@code mjpeg_fps}. */
    static final Setting<Integer> FPS = new Setting<>(
            "mjpeg_fps",
            "0",
            ValueParser.integer(0, MOST_FPS),
            "Frames a second of motion JPEG; 0 sends key frames only, which costs next to nothing. Otherwise all"
                    + " frames are decoded: about 8 % of a core for each camera of 1280x720 that somebody watches so.");

    /** {@code jpeg_width}. */
    static final Setting<Integer> MAX_WIDTH = new Setting<>(
            "jpeg_width",
            "1280",
            ValueParser.integer(0, WIDEST),
            "Widest JPEG, pixels; wider video is made smaller. 0 keeps the size of the video.");

    /** The settings of this part, in the order of the documentation. */
    static final List<Setting<?>> SETTINGS = List.of(FPS, MAX_WIDTH);

    /** Reads it from settings. */
    static StillConfig of(Settings settings) {
        return new StillConfig(settings.get(FPS), settings.get(MAX_WIDTH));
    }
}
