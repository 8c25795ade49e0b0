package dev.fanlight.relay.config;

import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import dev.fanlight.settings.ValueParser;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which FFmpeg gateways use, and how much of it. Immutable.
 *
 * @param program the executable; without one the relay’s own is used
 * @param children most processes of it at a time
 */
public record FfmpegConfig(Optional<Path> program, int children) {

    private static final int MAX_CHILDREN = 500;

    /** {@code ffmpeg.program}. */
    public static final Setting<Optional<Path>> PROGRAM = new Setting<>(
            "ffmpeg.program",
            "",
            FfmpegConfig::path,
            "Path of the FFmpeg that gateways start; without it the one in the relay's jar, unpacked into the state folder.");

    /** {@code ffmpeg.children}. */
    public static final Setting<Integer> CHILDREN = new Setting<>(
            "ffmpeg.children",
            "16",
            ValueParser.integer(1, MAX_CHILDREN),
            "Most FFmpeg processes of gateways at a time, 30 MB each.");

    /** The settings of this part, in the order of the documentation. */
    public static final List<Setting<?>> SETTINGS = List.of(PROGRAM, CHILDREN);

    /** Reads it from settings. */
    public static FfmpegConfig of(Settings settings) {
        return new FfmpegConfig(settings.get(PROGRAM), settings.get(CHILDREN));
    }

    private static Optional<Path> path(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        Path path = Path.of(text);
        if (!path.isAbsolute()) {
            throw new IllegalArgumentException("a path that begins with /");
        }
        return Optional.of(path);
    }
}
