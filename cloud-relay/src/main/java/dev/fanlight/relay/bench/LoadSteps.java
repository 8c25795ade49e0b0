package dev.fanlight.relay.bench;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Numbers of viewers to measure, in rising order. Immutable.
 *
 * @param viewers in rising order; empty for no viewers
 */
public record LoadSteps(List<Integer> viewers) {

    /** The default. */
    public static final String STANDARD = "100,500,1000,1500,2000";

    /** Largest number of viewers: one address has only so many ephemeral ports. */
    public static final int MAX = 28_000;

    private static final Pattern LIST = Pattern.compile("\\d{1,5}(,\\d{1,5}){0,31}");
    private static final Pattern RANGE = Pattern.compile("\\d{1,5}\\.\\.\\d{1,5}");
    private static final String FORM =
            "0, a number, a list like 100,500 or a range FROM..TO, which doubles; at most " + MAX + " viewers";

    /** Keeps a copy. */
    public LoadSteps {
        viewers = List.copyOf(viewers);
    }

    /**
     * Parses {@code 500}, {@code 100,500,1000}, {@code 100..2000} (100, 200, 400, 800, 1600, 2000) or {@code 0}.
     *
     * @throws IllegalArgumentException with a description of the format
     */
    public static LoadSteps parse(String text) {
        if (text.equals("0")) {
            return new LoadSteps(List.of());
        }
        if (RANGE.matcher(text).matches()) {
            int dots = text.indexOf("..");
            return checked(
                    doubling(Integer.parseInt(text.substring(0, dots)), Integer.parseInt(text.substring(dots + 2))));
        }
        if (LIST.matcher(text).matches()) {
            return checked(Arrays.stream(text.split(",")).mapToInt(Integer::parseInt));
        }
        throw new IllegalArgumentException(FORM);
    }

    /** The largest number of viewers, or 0. */
    public int top() {
        return viewers.isEmpty() ? 0 : viewers.get(viewers.size() - 1);
    }

    private static IntStream doubling(int from, int to) {
        if (from < 1 || to < from) {
            throw new IllegalArgumentException(FORM);
        }
        return IntStream.concat(IntStream.iterate(from, n -> n < to, n -> 2 * n), IntStream.of(to));
    }

    private static LoadSteps checked(IntStream numbers) {
        List<Integer> steps = numbers.distinct().sorted().boxed().toList();
        if (steps.get(0) < 1 || steps.get(steps.size() - 1) > MAX) {
            throw new IllegalArgumentException(FORM);
        }
        return new LoadSteps(steps);
    }
}
