package dev.fanlight.settings.file;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.settings.Setting;
import dev.fanlight.settings.SettingsSchema;
import java.util.ArrayList;
import java.util.List;

/** What a setting means, and the ways to set it. Stateless. */
public final class SettingExplanation {

    private SettingExplanation() {}

    /**
     * The lines about a key.
     *
     * @param program what people type to start it
     * @throws UserException when there is no such key, with the probable one
     */
    public static List<String> lines(String program, SettingsSchema schema, String key) {
        Setting<?> setting = schema.find(key)
                .orElseThrow(() -> new UserException(
                        ExitCode.USAGE, schema.refusal(key) + " All keys: " + program + " config show"));
        String words = SettingChoices.words(setting);
        List<String> lines = new ArrayList<>();
        lines.add(key);
        lines.add("  " + setting.meaning());
        if (!words.isEmpty()) {
            lines.add("  value     " + words);
        }
        lines.add("  default   " + (setting.defaultText().isEmpty() ? "empty" : setting.defaultText()));
        lines.add("  file      " + yaml(key, setting.defaultText()));
        lines.add("  variable  " + Setting.environmentName(key) + "=" + setting.defaultText());
        lines.add("  once      --set " + key + "=" + setting.defaultText());
        return lines;
    }

    private static String yaml(String key, String value) {
        String[] parts = key.split("\\.", -1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts.length - 1; i++) {
            text.append(parts[i]).append(": {");
        }
        return text + parts[parts.length - 1] + ": " + value + "}".repeat(parts.length - 1);
    }
}
