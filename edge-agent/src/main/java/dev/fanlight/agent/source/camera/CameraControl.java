package dev.fanlight.agent.source.camera;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A control of a camera that takes a number. Immutable.
 *
 * @param name as V4L2 calls it: {@code zoom_absolute}
 * @param min least value
 * @param max greatest value
 * @param value the one it has
 * @param choices names of its values where it has a menu, else empty
 */
public record CameraControl(String name, long min, long max, long value, Map<Long, String> choices) {

    /** A copy. */
    public CameraControl {
        choices = Map.copyOf(choices);
    }

    /** What is wrong with setting it to this, as a sentence; empty when nothing is. */
    Optional<String> refusal(long wanted) {
        boolean known = choices.isEmpty() || choices.containsKey(wanted);
        return known && wanted >= min && wanted <= max
                ? Optional.empty()
                : Optional.of(name + " takes " + range() + ", not " + wanted);
    }

    /** For people: {@code 100 to 500}, or {@code 1 (Manual Mode), 3 (Aperture Priority Mode)}. */
    public String range() {
        if (choices.isEmpty()) {
            return min + " to " + max;
        }
        StringBuilder text = new StringBuilder();
        new TreeMap<>(choices)
                .forEach((number, choice) -> text.append(text.isEmpty() ? "" : ", ")
                        .append(number)
                        .append(" (")
                        .append(choice)
                        .append(')'));
        return text.toString();
    }
}
