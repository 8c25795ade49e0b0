package dev.fanlight.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The checked values of all settings of one program, or of one name of a repeated section. Immutable. */
public final class Settings {

    private final Map<String, Object> values;
    private final Map<String, Map<String, Settings>> sections;
    private final Set<String> given;

    Settings(Map<String, Object> values, Map<String, Map<String, Settings>> sections, Set<String> given) {
        this.given = Set.copyOf(given);
        this.values = Map.copyOf(values);
        this.sections = Map.copyOf(sections);
    }

    /**
     * The value of a setting.
     *
     * @throws IllegalArgumentException when it is not one of those that were read, a mistake of the program
     */
    @SuppressWarnings("unchecked")
    public <T> T get(Setting<T> setting) {
        Object value = values.get(setting.key());
        if (value == null) {
            throw new IllegalArgumentException("not a setting of this program: " + setting.key());
        }
        return (T) value;
    }

    /** The keys of the settings that were given, and have not just their default. */
    public Set<String> given() {
        return given;
    }

    /** The settings of each name of a repeated section, in the order in which the names were first given; empty when none was. */
    public Map<String, Settings> all(RepeatedSection section) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(sections.getOrDefault(section.prefix(), Map.of())));
    }
}
