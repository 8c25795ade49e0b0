package dev.fanlight.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The checked values of all settings of one program, or of one name of a repeated section. Immutable. */
public final class Settings {

    private static final Settings NONE = new Settings(Map.of(), Map.of(), Set.of());

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

    /** The keys whose value is another one in {@code other}, or is there only; sorted. */
    public NavigableSet<String> differences(Settings other) {
        NavigableSet<String> keys = new TreeSet<>();
        union(values.keySet(), other.values.keySet()).stream()
                .filter(key -> !Objects.equals(values.get(key), other.values.get(key)))
                .forEach(keys::add);
        for (String prefix : union(sections.keySet(), other.sections.keySet())) {
            Map<String, Settings> mine = sections.getOrDefault(prefix, Map.of());
            Map<String, Settings> others = other.sections.getOrDefault(prefix, Map.of());
            union(mine.keySet(), others.keySet())
                    .forEach(name -> mine.getOrDefault(name, NONE)
                            .differences(others.getOrDefault(name, NONE))
                            .forEach(key -> keys.add(prefix + "." + name + "." + key)));
        }
        return keys;
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new TreeSet<>(one);
        both.addAll(other);
        return both;
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
