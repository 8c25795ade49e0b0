package dev.fanlight.relay.cli.option;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The JVM options of a relay; the systemd unit and the container image use the same. */
public final class RelayJvm {

    /** Main class, by name: commands that start a relay as a child process do not depend on it. */
    public static final String MAIN_CLASS = "dev.fanlight.relay.cli.RelayMain";

    private static final String FIRST_HEAP = "-Xms160m";
    private static final long FIRST_HEAP_BYTES = 160L << 20;

    /**
     * A young generation of 16 MiB and the serial collector, on every machine: delivery pauses while live objects are copied, for 3 to 25 ms
     * where the JVM’s default size took up to 160 ms on one CPU. The heap starts at 160 MiB, because on a small machine each growth was a
     * full collection of 12 to 83 ms while the first viewers joined (ADR 17).
     */
    private static final List<String> COLLECTOR = List.of("-XX:+UseSerialGC", "-Xmn16m", FIRST_HEAP);

    /**
     * Metaspace large enough that class loading does not trigger a collection.
     *
     * <p>No inlining of methods above 50 bytecodes: its cost in steady state could not be measured beside the kernel’s work, but compiling them
     * kept the core of a small machine busy just when a thousand viewers joined at once (first time 7.7 s instead of 14–15 s with TLS, second
     * 3.7 s instead of 7–8 s; ADR 17).
     */
    private static final List<String> COMPILER = List.of("-XX:MetaspaceSize=96m", "-XX:FreqInlineSize=50");

    /** No performance counters, which wake a thread twenty times a second: {@code jps} and {@code jstat} do not see the process, {@code jcmd PID} does. */
    private static final List<String> QUIET = List.of("-XX:-UsePerfData");

    public static final List<String> OPTIONS =
            Stream.of(COLLECTOR, COMPILER, QUIET).flatMap(List::stream).toList();

    private static final Pattern OTHER_COLLECTOR = Pattern.compile("-XX:\\+Use\\w+GC");
    private static final Pattern LARGEST_HEAP =
            Pattern.compile("(?:-Xmx|-XX:MaxHeapSize=)(\\d+)([kmgt]?)", Pattern.CASE_INSENSITIVE);

    /** Each is 1024 times the one before. The empty string is found at index 0: without a unit, bytes. */
    private static final String UNITS = "bkmgt";

    private static final int UNIT_BITS = 10;

    private RelayJvm() {}

    /**
     * The options of a relay with these additional ones, which take precedence. A JVM refuses two collectors, and an initial heap above the
     * maximum; if the maximum is a share of the memory and smaller, the JVM raises it to the initial size itself.
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

    /** Maximum heap in bytes, infinite if not set; a double cannot overflow, and is exact near {@link #FIRST_HEAP_BYTES}. */
    private static double largestHeap(String option) {
        Matcher matcher = LARGEST_HEAP.matcher(option);
        if (!matcher.matches()) {
            return Double.POSITIVE_INFINITY;
        }
        int unit = UNITS.indexOf(matcher.group(2).toLowerCase(Locale.ROOT));
        return Math.scalb(Double.parseDouble(matcher.group(1)), unit * UNIT_BITS);
    }
}
