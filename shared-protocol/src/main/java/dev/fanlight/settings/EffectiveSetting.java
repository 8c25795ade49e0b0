package dev.fanlight.settings;

import dev.fanlight.cli.SecretMask;

/**
 * The value of a setting and where it comes from. Immutable.
 *
 * @param key the whole key, with the name in it where there is one
 * @param text the value as it was written, without secrets
 * @param origin a file with its line, a variable, {@code --set}, or {@code default}
 * @param isDefault whether nothing was given
 */
public record EffectiveSetting(String key, String text, String origin, boolean isDefault) {

    private static final String DEFAULT = "default";

    static EffectiveSetting of(String key, Setting<?> setting, SettingsReader.Given given) {
        String shown = setting.isSecret() && !given.text().isEmpty() ? SecretMask.MASK : SecretMask.value(given.text());
        boolean isDefault = given.origin().isEmpty();
        return new EffectiveSetting(
                key, shown, isDefault ? DEFAULT : given.origin().replaceAll(":\\s*$", ""), isDefault);
    }
}
