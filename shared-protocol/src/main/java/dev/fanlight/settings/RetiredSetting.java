package dev.fanlight.settings;

/**
 * A key that an earlier version knew. It is refused with a sentence that names its successor, so that an old file fails loudly instead of
 * silently losing a setting.
 *
 * @param key the key that is no longer read
 * @param successor the key to use instead
 */
public record RetiredSetting(String key, String successor) {

    String sentence() {
        return "\"" + key + "\" is no longer a setting: use \"" + successor + "\".";
    }
}
