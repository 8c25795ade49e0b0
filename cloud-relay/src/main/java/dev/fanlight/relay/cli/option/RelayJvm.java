package dev.fanlight.relay.cli.option;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The options of the JVM that a relay is to run with: the packaged service and the container name the same ones. */
public final class RelayJvm {

    /** The class with {@code main}, which commands that start a relay as a child name without depending on it. */
    public static final String MAIN_CLASS = "dev.fanlight.relay.cli.RelayMain";

    private static final String FIRST_HEAP = "-Xms160m";
    private static final long FIRST_HEAP_BYTES = 160L << 20;

    /**
     * New objects have 16 MiB and one collector, however large the machine is: the pictures of everybody wait while it copies what is still
     * in use, 3 to 25 ms where a nursery of the JVM’s own size took up to 160 ms on one CPU. And the heap begins with 160 MiB, because on a
     * small machine each time it grew was a collection of everything, of 12 to 83 ms, while the first crowd joined (ADR 17).
     */
    private static final List<String> COLLECTOR = List.of("-XX:+UseSerialGC", "-Xmn16m", FIRST_HEAP);

    /**
     * So many bytes of classes are read before a first collection would stop everything for them.
     *
     * <p>Methods of more than 50 bytecodes are not compiled into their callers: next to what the kernel does that costs nothing that could be
     * measured, but compiling them kept the core of a small machine busy just when a thousand viewers came at once (first time 7.7 s instead
     * of 14–15 s by TLS, second 3.7 instead of 7–8 s; ADR 17).
     */
    private static final List<String> COMPILER = List.of("-XX:MetaspaceSize=96m", "-XX:FreqInlineSize=50");

    /** Nobody is woken twenty times a second to count for tools outside: {@code jps} and {@code jstat} do not see it, {@code jcmd PID} does. */
    private static final List<String> QUIET = List.of("-XX:-UsePerfData");

    public static final List<String> OPTIONS =
            Stream.of(COLLECTOR, COMPILER, QUIET).flatMap(List::stream).toList();

    private static final Pattern OTHER_COLLECTOR = Pattern.compile("-XX:\\+Use\\w+GC");
    private static final Pattern LARGEST_HEAP =
            Pattern.compile("(?:-Xmx|-XX:MaxHeapSize=)(\\d+)([kmgt]?)", Pattern.CASE_INSENSITIVE);

    /** Each is 1024 of the one before. A number without a letter is of bytes: the empty string is found at the beginning. */
    private static final String UNITS = "bkmgt";

    private static final int UNIT_BITS = 10;

    private RelayJvm() {}

    /**
     * All options of a relay that is given these besides, which prevail. A JVM starts with no more than one collector, and with no heap that
     * begins larger than it may become; where that is a share of the memory and smaller, the JVM itself lets it become as large as it begins.
     */
    public static List<String> with(List<String> given) {
        boolean isOtherCollector = given.stream()
                .anyMatch(option -> OTHER_COLLECTOR.matcher(option).matches());
        boolean isSmall = given.stream().anyMatch(option -> largestHeap(option) < FIRST_HEAP_BYTES);
        Stream<String> own = OPTIONS.stream()
                .filter(option -> !isOtherCollector || !COLLECTOR.contains(option))
                .filter(option -> !isSmall || !option.equals(FIRST_HEAP));
        return Stream.concat(own, given.stream()).toList();
    }

    /** In bytes; a double, because no number is too large for one, and those near the first heap are exact. */
    private static double largestHeap(String option) {
        Matcher matcher = LARGEST_HEAP.matcher(option);
        if (!matcher.matches()) {
            return Double.POSITIVE_INFINITY;
        }
        int unit = UNITS.indexOf(matcher.group(2).toLowerCase(Locale.ROOT));
        return Math.scalb(Double.parseDouble(matcher.group(1)), unit * UNIT_BITS);
    }
}
