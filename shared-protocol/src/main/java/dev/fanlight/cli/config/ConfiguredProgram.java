package dev.fanlight.cli.config;

import dev.fanlight.settings.Settings;
import dev.fanlight.settings.SettingsReader;
import dev.fanlight.settings.SettingsSchema;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A program whose settings the commands of this package show: its command {@code config} is one. Main thread. */
public interface ConfiguredProgram {

    /** What people type to start it. */
    String name();

    /** Every setting. */
    SettingsSchema schema();

    /** What file, environment and options say; a new reader each time. */
    SettingsReader reader();

    /** The settings file that it would read, if there is one. */
    Optional<Path> file();

    /** Where a settings file is looked for, in this order. */
    List<Path> places();

    /** Where a new settings file goes. */
    Path toWrite();

    /**
     * Writes a settings file that is not there yet. Blocking.
     *
     * @throws dev.fanlight.cli.UserException when it cannot be written
     */
    void write(Path file, String text);

    /** Lines of YAML that show how the settings of a repeated section are written; empty when there is none. */
    List<String> example();

    /**
     * Checks values that are valid each by itself against each other.
     *
     * @throws dev.fanlight.cli.UserException when they do not fit together
     */
    void check(Settings settings);
}
