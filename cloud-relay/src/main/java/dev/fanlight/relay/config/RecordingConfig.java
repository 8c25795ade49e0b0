package dev.fanlight.relay.config;

import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import dev.fanlight.settings.ValueParser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where recordings lie and how long they are kept. Immutable.
 *
 * @param folder where they lie; without one a folder of the state folder
 * @param keep age beyond which they are deleted
 * @param maxBytes most bytes of all recordings
 * @param freePercent part of the disk that is left free
 */
public record RecordingConfig(Optional<Path> folder, Duration keep, long maxBytes, int freePercent) {

    private static final Duration LONGEST = Duration.ofDays(365);
    private static final int LEAST_MIB = 16;
    private static final int MOST_MIB = 100_000_000;
    private static final int MOST_PERCENT = 90;
    private static final long MIB = 1024 * 1024;

    /** {@code recording.folder}. */
    public static final Setting<Optional<Path>> FOLDER = new Setting<>(
            "recording.folder",
            "",
            RecordingConfig::path,
            "Folder for recordings, of this relay alone; without it the folder recordings in the state folder. Which cameras are"
                    + " recorded, the command camera record sets.");

    /** {@code recording.keep}. */
    public static final Setting<Duration> KEEP = new Setting<>(
            "recording.keep",
            "7d",
            RecordingConfig::age,
            "How long recordings are kept, at most 365d; the oldest are deleted.");

    /** {@code recording.space}. */
    public static final Setting<Integer> SPACE = new Setting<>(
            "recording.space",
            "20480",
            ValueParser.integer(LEAST_MIB, MOST_MIB),
            "Most space for the recordings of all cameras, MiB; beyond it the oldest are deleted. One camera at 2 Mbit/s takes"
                    + " 900 MB an hour.");

    /** {@code recording.free_percent}. */
    public static final Setting<Integer> FREE_PERCENT = new Setting<>(
            "recording.free_percent",
            "10",
            ValueParser.integer(1, MOST_PERCENT),
            "Part of the disk that recordings leave free, percent: the oldest are deleted, and when there are none left nothing is"
                    + " recorded until there is room again.");

    /** The settings of this part, in the order of the documentation. */
    public static final List<Setting<?>> SETTINGS = List.of(FOLDER, KEEP, SPACE, FREE_PERCENT);

    /** Reads it from settings. */
    public static RecordingConfig of(Settings settings) {
        return new RecordingConfig(
                settings.get(FOLDER), settings.get(KEEP), settings.get(SPACE) * MIB, settings.get(FREE_PERCENT));
    }

    private static Duration age(String text) {
        Duration age = ValueParser.DURATION.parse(text);
        if (age.isZero() || age.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a length of time like 12h or 7d, at most 365d");
        }
        return age;
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
