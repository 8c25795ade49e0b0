package dev.fanlight.settings;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.SecretMask;
import dev.fanlight.cli.UserException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads settings: defaults, then a YAML file, then the environment, then {@code --set KEY=VALUE}; the later one wins. All problems are
 * reported together. Not thread safe.
 */
public final class SettingsReader {

    private final SettingsSchema schema;
    private final Map<String, Given> given = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    public SettingsReader(SettingsSchema schema) {
        this.schema = schema;
    }

    /** Reads settings that each occur once. */
    public SettingsReader(List<Setting<?>> settings) {
        this(SettingsSchema.of(settings));
    }

    /** Takes the values of a YAML file, if there is one. */
    public SettingsReader file(Optional<Path> file) {
        file.ifPresent(path -> YamlSettings.read(path, problems).forEach(this::give));
        return this;
    }

    /** Takes variables named {@code FANLIGHT_…} after a key; those of no key are other programs’, except below a repeated section. */
    public SettingsReader environment(Map<String, String> environment) {
        for (Setting<?> setting : schema.settings()) {
            take(environment, setting.key());
        }
        for (RetiredSetting retired : schema.retired()) {
            take(environment, retired.key());
        }
        for (RepeatedSection section : schema.sections()) {
            new TreeMap<>(environment).forEach((variable, value) -> take(section, variable, value));
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
        for (Setting<?> setting : schema.settings()) {
            parse(setting, setting.key()).ifPresent(parsed -> values.put(setting.key(), parsed));
        }
        Map<String, Map<String, Settings>> sections = new LinkedHashMap<>();
        for (RepeatedSection section : schema.sections()) {
            sections.put(section.prefix(), read(section));
        }
        if (!problems.isEmpty()) {
            throw new UserException(ExitCode.SETTINGS, String.join("\n✗ ", problems));
        }
        return new Settings(values, sections, given.keySet());
    }

    /** Every value and where it comes from, of named sections those of each name that was given; valid or not. */
    public List<EffectiveSetting> effective() {
        List<EffectiveSetting> all = new ArrayList<>();
        schema.settings().forEach(setting -> all.add(effective(setting, setting.key())));
        for (RepeatedSection section : schema.sections()) {
            for (String name : names(section)) {
                section.settings().forEach(setting -> all.add(effective(setting, section.key(name, setting))));
            }
        }
        return all;
    }

    private EffectiveSetting effective(Setting<?> setting, String key) {
        return EffectiveSetting.of(key, setting, given.getOrDefault(key, new Given(setting.defaultText(), "")));
    }

    private List<String> names(RepeatedSection section) {
        return given.keySet().stream()
                .filter(section::contains)
                .map(section::nameIn)
                .distinct()
                .toList();
    }

    private Map<String, Settings> read(RepeatedSection section) {
        List<String> names = names(section);
        if (names.size() > section.max()) {
            problems.add("There are " + names.size() + " names below \"" + section.prefix() + "\"; at most "
                    + section.max() + " are allowed.");
        }
        Map<String, Settings> byName = new LinkedHashMap<>();
        for (String name : names) {
            Map<String, Object> values = new LinkedHashMap<>();
            for (Setting<?> setting : section.settings()) {
                parse(setting, section.key(name, setting)).ifPresent(parsed -> values.put(setting.key(), parsed));
            }
            Set<String> keys = section.settings().stream()
                    .filter(setting -> given.containsKey(section.key(name, setting)))
                    .map(Setting::key)
                    .collect(Collectors.toUnmodifiableSet());
            byName.put(name, new Settings(values, Map.of(), keys));
        }
        return byName;
    }

    private void take(Map<String, String> environment, String key) {
        String variable = Setting.environmentName(key);
        String value = environment.get(variable);
        if (value != null) {
            give(key, new Given(value, variable + ": "));
        }
    }

    private void take(RepeatedSection section, String variable, String value) {
        if (!section.ownsVariable(variable)) {
            return;
        }
        Optional<String> key = section.keyOf(variable);
        if (key.isPresent()) {
            give(key.get(), new Given(value, variable + ": "));
        } else {
            problems.add("The variable " + variable + " is not a setting of \"" + section.prefix() + "\".");
        }
    }

    private void give(String key, Given value) {
        if (schema.find(key).isPresent()) {
            given.put(key, value);
        } else {
            problems.add(value.origin() + schema.refusal(key));
        }
    }

    private Optional<Object> parse(Setting<?> setting, String key) {
        Given value = given.getOrDefault(key, new Given(setting.defaultText(), ""));
        try {
            return Optional.of(setting.parser().parse(value.text()));
        } catch (IllegalArgumentException e) {
            String shown = setting.isSecret() ? "." : ", not \"" + SecretMask.value(value.text()) + "\".";
            problems.add(value.origin() + "\"" + key + "\" must be " + e.getMessage() + shown);
            return Optional.empty();
        }
    }

    /**
     * A value as it was given.
     *
     * @param text as it was written
     * @param origin where, in front of a sentence about it
     */
    record Given(String text, String origin) {

        /** Without the text, which may be a secret. */
        @Override
        public String toString() {
            return "Given[" + origin + "]";
        }
    }
}
