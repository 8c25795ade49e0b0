package dev.fanlight.settings;

import java.util.Map;

/** The values of all settings of one program, checked. Immutable. */
public final class Settings {

    private final Map<String, Object> values;

    Settings(Map<String, Object> values) {
        this.values = Map.copyOf(values);
    }

    /** The value of a setting; it must be one of those that were read. */
    @SuppressWarnings("unchecked")
    public <T> T get(Setting<T> setting) {
        Object value = values.get(setting.key());
        if (value == null) {
            throw new IllegalArgumentException("not a setting of this program: " + setting.key());
        }
        return (T) value;
    }
}
