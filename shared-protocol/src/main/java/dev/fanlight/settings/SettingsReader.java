package dev.fanlight.settings;

import dev.fanlight.cli.DidYouMean;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads settings: defaults, then a YAML file, then the environment, then {@code --set KEY=VALUE}; the later one wins. All
 * problems are told together. Not thread safe.
 */
public final class SettingsReader {

    private final Map<String, Setting<?>> schema;
    private final Map<String, Given> given = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    /** Reads settings of {@code schema}. */
    public SettingsReader(List<Setting<?>> schema) {
        this.schema = schema.stream().collect(Collectors.toMap(Setting::key, s -> s, (a, b) -> a, LinkedHashMap::new));
    }

    /** Takes the values of a YAML file, if there is one. */
    public SettingsReader file(Optional<Path> file) {
        file.ifPresent(path -> YamlSettings.read(path, problems).forEach(this::give));
        return this;
    }

    /** Takes variables named {@code FANLIGHT_…} after a key. */
    public SettingsReader environment(Map<String, String> environment) {
        for (Setting<?> setting : schema.values()) {
            String value = environment.get(setting.environmentName());
            if (value != null) {
                give(setting.key(), new Given(value, setting.environmentName() + ": "));
            }
        }
        return this;
    }

    /** Takes {@code KEY=VALUE} pairs of the command line. */
    public SettingsReader overrides(Map<String, String> overrides) {
        overrides.forEach((key, value) -> give(key, new Given(value, "--set: ")));
        return this;
    }

    /**
     * The checked values.
     *
     * @throws UserException with every problem found, a sentence each
     */
    public Settings read() {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Setting<?> setting : schema.values()) {
            Given value = given.getOrDefault(setting.key(), new Given(setting.defaultText(), ""));
            parse(setting, value).ifPresent(parsed -> values.put(setting.key(), parsed));
        }
        if (!problems.isEmpty()) {
            throw new UserException(ExitCode.SETTINGS, String.join("\n✗ ", problems));
        }
        return new Settings(values);
    }

    private void give(String key, Given value) {
        if (schema.containsKey(key)) {
            given.put(key, value);
            return;
        }
        Set<String> known = schema.keySet();
        problems.add(value.origin() + "\"" + key + "\" is not a setting." + DidYouMean.hint(key, known));
    }

    private Optional<Object> parse(Setting<?> setting, Given value) {
        try {
            return Optional.of(setting.parser().parse(value.text()));
        } catch (IllegalArgumentException e) {
            String given = setting.isSecret() ? "" : ", not \"" + value.text() + "\"";
            problems.add(value.origin() + "\"" + setting.key() + "\" must be " + e.getMessage() + given + ".");
            return Optional.empty();
        }
    }

    /**
     * A text that somebody gave.
     *
     * @param text as it was written
     * @param origin where, in front of a sentence about it
     */
    record Given(String text, String origin) {}
}
