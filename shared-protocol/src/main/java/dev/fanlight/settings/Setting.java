package dev.fanlight.settings;

import java.util.Locale;

/**
 * One setting of a program, declared where it is used. Immutable.
 *
 * @param <T> type of its value
 * @param key dotted key in files and for {@code --set}; within a {@link RepeatedSection}, the part behind the section’s name
 * @param defaultText the value when none is given, as text
 * @param parser reads the text
 * @param meaning one sentence for people, with unit and range
 * @param isSecret whether its value is a password, a key or a token, which no error message repeats
 */
public record Setting<T>(String key, String defaultText, ValueParser<T> parser, String meaning, boolean isSecret) {

    /** A setting whose value may be shown. */
    public Setting(String key, String defaultText, ValueParser<T> parser, String meaning) {
        this(key, defaultText, parser, meaning, false);
    }

    /** A setting that is empty by default and whose value is never shown. */
    public static Setting<String> secret(String key, String meaning) {
        return new Setting<>(key, "", ValueParser.TEXT, meaning, true);
    }

    /** The environment variable: {@code FANLIGHT_} and the key in capitals. */
    public String environmentName() {
        return environmentName(key);
    }

    /** The environment variable of a key. */
    public static String environmentName(String key) {
        return "FANLIGHT_" + environmentPart(key);
    }

    static String environmentPart(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
