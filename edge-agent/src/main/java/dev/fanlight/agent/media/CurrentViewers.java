package dev.fanlight.agent.media;

import dev.fanlight.protocol.agent.NamedViewer;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who watches a camera. Immutable.
 *
 * @param count how many people
 * @param names who they are, those who came first, as far as is known; each a line of printable characters. At most {@link #MAX_NAMES}, the
 *     others are dropped; none without viewers
 */
public record CurrentViewers(int count, List<String> names) {

    /** Most names. */
    public static final int MAX_NAMES = NamedViewer.MAX_LISTED;

    /** There are no viewers. */
    public static final CurrentViewers NONE = new CurrentViewers(0, List.of());

    /** Keeps as many names as are allowed. */
    public CurrentViewers {
        names = names.stream().limit(count == 0 ? 0 : MAX_NAMES).toList();
    }

    /** Both together. */
    public CurrentViewers and(CurrentViewers other) {
        return new CurrentViewers(
                count + other.count,
                Stream.concat(names.stream(), other.names.stream()).toList());
    }

    /** How many viewers have no name here. */
    public int unnamed() {
        return Math.max(0, count - names.size());
    }

    /** The names in one line, and how many others there are; empty when no name is known. */
    public String text() {
        String all = String.join(", ", names);
        return names.isEmpty() || unnamed() == 0 ? all : all + " and " + unnamed() + " more";
    }
}
