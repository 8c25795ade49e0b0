package dev.fanlight.relay.command;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The options of the JVM that a relay is to run with: the packaged service and the container name the same ones. */
final class RelayJvm {

    /**
     * New objects have 16 MiB and one collector, however large the machine is: the pictures of everybody wait while it copies what is still
     * in use, 3 to 25 ms where a nursery of the JVM’s own size took up to 160 ms on one CPU. And the heap begins with 160 MiB, because on a
     * small machine each time it grew was a collection of everything, of 12 to 83 ms, while the first crowd joined (ADR 17).
     */
    private static final List<String> COLLECTOR = List.of("-XX:+UseSerialGC", "-Xmn16m", "-Xms160m");

    /**
     * So many bytes of classes are read before a first collection would stop everything for them.
     *
     * <p>Methods of more than 50 bytecodes are not compiled into their callers: next to what the kernel does that costs nothing that could be
     * measured, but compiling them kept the core of a small machine busy just when a thousand viewers came at once (first time 7.7 s instead
     * of 14–15 s by TLS, second 3.7 instead of 7–8 s; ADR 17).
     */
    private static final List<String> COMPILER = List.of("-XX:MetaspaceSize=96m", "-XX:FreqInlineSize=50");

    /** Nobody is woken twenty times a second to count for tools that look at the JVM from outside; {@code jcmd PID} works all the same. */
    private static final List<String> QUIET = List.of("-XX:-UsePerfData");

    static final List<String> OPTIONS =
            Stream.of(COLLECTOR, COMPILER, QUIET).flatMap(List::stream).toList();

    private static final Pattern OTHER_COLLECTOR = Pattern.compile("-XX:\\+Use\\w+GC");
    private static final Pattern LARGEST_HEAP = Pattern.compile("-Xmx.+|-XX:Max(HeapSize|RAM|RAMPercentage)=.+");
    private static final Pattern FIRST_HEAP = Pattern.compile("-Xms.+");

    private RelayJvm() {}

    /**
     * All options of a relay that is given these besides, which prevail. A JVM starts with no more than one collector, and with no heap that
     * begins larger than it may become.
     */
    static List<String> with(List<String> given) {
        boolean isOtherCollector = isAny(given, OTHER_COLLECTOR);
        boolean isOtherHeap = isAny(given, LARGEST_HEAP);
        Stream<String> own = OPTIONS.stream()
                .filter(option -> !isOtherCollector || !COLLECTOR.contains(option))
                .filter(option -> !isOtherHeap || !FIRST_HEAP.matcher(option).matches());
        return Stream.concat(own, given.stream()).toList();
    }

    private static boolean isAny(List<String> options, Pattern pattern) {
        return options.stream().anyMatch(option -> pattern.matcher(option).matches());
    }
}
