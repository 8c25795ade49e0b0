package dev.fanlight.settings;

/**
 * One setting: its key, what it is when nobody says anything, how its text is read, what it means. The lists of them are the
 * only place where keys exist; documentation and samples are generated from it or checked against it. Immutable.
 *
 * @param <T> type of the value
 * @param key dotted, for example {@code camera.fps}
 * @param defaultText the default, in the form people write
 * @param parser reads the text
 * @param meaning one sentence for people, with unit and range
 * @param isSecret whether the value holds a password and is repeated in no message
 */
public record Setting<T>(String key, String defaultText, ValueParser<T> parser, String meaning, boolean isSecret) {

    /** A setting that is no secret. */
    public Setting(String key, String defaultText, ValueParser<T> parser, String meaning) {
        this(key, defaultText, parser, meaning, false);
    }

    /** The environment variable: {@code FANLIGHT_} and the key in capitals. */
    public String environmentName() {
        return "FANLIGHT_" + key.toUpperCase(java.util.Locale.ROOT).replace('.', '_');
    }
}
