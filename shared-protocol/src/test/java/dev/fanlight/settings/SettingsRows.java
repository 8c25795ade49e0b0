package dev.fanlight.settings;

import java.util.List;
import java.util.stream.Stream;

/** The rows of {@code docs/settings.md}. Stateless. */
public final class SettingsRows {

    private SettingsRows() {}

    /** A row for each setting, those of repeated sections with {@code <name>} in their key. */
    public static List<String> of(SettingsSchema schema) {
        Stream<String> single = schema.settings().stream().map(setting -> row(setting.key(), setting));
        Stream<String> repeated = schema.sections().stream()
                .flatMap(section ->
                        section.settings().stream().map(setting -> row(section.key("<name>", setting), setting)));
        return Stream.concat(single, repeated).toList();
    }

    private static String row(String key, Setting<?> setting) {
        String standard = setting.defaultText().isEmpty() ? "" : "`" + setting.defaultText() + "`";
        return "| `" + key + "` | " + standard + " | " + setting.meaning() + " |\n";
    }
}
