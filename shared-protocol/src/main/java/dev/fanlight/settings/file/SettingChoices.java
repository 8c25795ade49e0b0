package dev.fanlight.settings.file;

import dev.fanlight.settings.Setting;
import java.util.List;

/** What the value of a setting may be, as its parser says when it refuses one. Stateless. */
final class SettingChoices {

    /** No setting takes it. */
    private static final String NONSENSE = "\u0000";

    private static final String ONE_OF = "one of ";

    private SettingChoices() {}

    /** {@code a whole number from 1 to 60}; empty when any text is a value. */
    static String words(Setting<?> setting) {
        try {
            setting.parser().parse(NONSENSE);
            return "";
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** The words among which the value is one; empty when it is none of a few. */
    static List<String> of(Setting<?> setting) {
        String words = words(setting);
        if (words.equals("true or false")) {
            return List.of("true", "false");
        }
        return words.startsWith(ONE_OF)
                ? List.of(words.substring(ONE_OF.length()).split(", ", -1))
                : List.of();
    }
}
