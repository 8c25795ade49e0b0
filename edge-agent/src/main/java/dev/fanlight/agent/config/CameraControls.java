package dev.fanlight.agent.config;

import dev.fanlight.settings.ValueParser;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Controls of a camera, such as focus and zoom, and what they are set to, in this order. What there is, and its range, only the camera knows.
 * Immutable.
 *
 * @param values by name, at most {@link #MAX}
 */
public record CameraControls(Map<String, Long> values) {

    /** Most controls. */
    public static final int MAX = 32;

    /** Reads {@code name=number,name=number}. */
    public static final ValueParser<CameraControls> PARSER = CameraControls::parse;

    private static final String FORM = "controls and numbers like focus_auto=0,zoom=120, at most " + MAX;

    /** A copy, in the same order. */
    public CameraControls {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    private static CameraControls parse(String text) {
        Map<String, Long> values = new LinkedHashMap<>();
        for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
            String[] pair = part.strip().split("\\s*=\\s*", -1);
            boolean sound = pair.length == 2
                    && pair[0].matches("[a-z0-9][a-z0-9_]{0,62}")
                    && pair[1].matches("-?\\d{1,10}")
                    && values.put(pair[0], Long.parseLong(pair[1])) == null;
            if (!sound || values.size() > MAX) {
                throw new IllegalArgumentException(FORM);
            }
        }
        return new CameraControls(values);
    }
}
