package dev.fanlight.relay.bench;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Numbers of viewers to measure with, each more than the one before. Immutable.
 *
 * @param rungs in rising order; empty when there are to be no viewers
 */
public record LoadSteps(List<Integer> rungs) {

    /** What is measured when nobody says. */
    public static final String STANDARD = "100,500,1000,1500,2000";

    /** Most viewers: as many sockets as one address has ports for. */
    public static final int MOST = 28_000;

    private static final Pattern LIST = Pattern.compile("\\d{1,5}(,\\d{1,5}){0,31}");
    private static final Pattern RANGE = Pattern.compile("\\d{1,5}\\.\\.\\d{1,5}");
    private static final String FORM =
            "0, one number, several with commas between, or FROM..TO, which doubles; up to " + MOST + " viewers";

    /** Keeps a copy. */
    public LoadSteps {
        rungs = List.copyOf(rungs);
    }

    /**
     * Reads one: {@code 500}, {@code 100,500,1000}, {@code 100..2000} (100, 200, 400, 800, 1600, 2000) or {@code 0}.
     *
     * @throws IllegalArgumentException with what it should be
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

    /** The most viewers of all. */
    public int top() {
        return rungs.isEmpty() ? 0 : rungs.get(rungs.size() - 1);
    }

    private static IntStream doubling(int from, int to) {
        if (from < 1 || to < from) {
            throw new IllegalArgumentException(FORM);
        }
        return IntStream.concat(IntStream.iterate(from, n -> n < to, n -> 2 * n), IntStream.of(to));
    }

    private static LoadSteps checked(IntStream numbers) {
        List<Integer> rungs = numbers.distinct().sorted().boxed().toList();
        if (rungs.get(0) < 1 || rungs.get(rungs.size() - 1) > MOST) {
            throw new IllegalArgumentException(FORM);
        }
        return new LoadSteps(rungs);
    }
}
