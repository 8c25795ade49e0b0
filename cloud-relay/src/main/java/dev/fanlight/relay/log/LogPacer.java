package dev.fanlight.relay.log;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Lets few records of libraries through, which write some for each thing that a peer does: of one kind one in {@link #QUIET}, of all {@link
 * #MAX_LINES} in that time, and the next one says how many were dropped. Our own records pass, since {@link ErrorLog} paces those that a
 * peer can cause. Thread safe.
 */
public final class LogPacer implements Filter {

    /** How long the same kind stays silent. */
    public static final Duration QUIET = Duration.ofSeconds(10);

    /** Most records of libraries in {@link #QUIET}, whatever their kind. */
    public static final int MAX_LINES = 20;

    private static final int MAX_KIND_CHARS = 120;
    private static final String OWN = "dev.fanlight";

    private final NanoClock clock;

    /** Kinds in the present interval, at most {@link #MAX_LINES}. */
    @GuardedBy("this")
    private final Map<String, Integer> kinds = new LinkedHashMap<>();

    @GuardedBy("this")
    private long since;

    @GuardedBy("this")
    private int dropped;

    /** Nothing has been written yet. */
    public LogPacer(NanoClock clock) {
        this.clock = clock;
        this.since = clock.nanoTime();
    }

    @Override
    public boolean isLoggable(LogRecord record) {
        if (String.valueOf(record.getLoggerName()).startsWith(OWN)) {
            return true;
        }
        Optional<Integer> before = take(kind(record));
        before.filter(count -> count > 0)
                .ifPresent(count -> record.setMessage(
                        record.getMessage() + " (" + count + " more records of libraries were dropped)"));
        return before.isPresent();
    }

    /** How many were dropped before this one; empty when it is dropped itself. */
    private synchronized Optional<Integer> take(String kind) {
        long now = clock.nanoTime();
        if (now - since >= QUIET.toNanos()) {
            since = now;
            kinds.clear();
        }
        boolean known = kinds.merge(kind, 1, Integer::sum) > 1;
        if (known || kinds.size() > MAX_LINES) {
            if (!known) {
                kinds.remove(kind);
            }
            dropped++;
            return Optional.empty();
        }
        int before = dropped;
        dropped = 0;
        return Optional.of(before);
    }

    /** Without the numbers and object ids in it. */
    private static String kind(LogRecord record) {
        String message = String.valueOf(record.getMessage());
        String text = message.substring(0, Math.min(MAX_KIND_CHARS, message.length()))
                .replaceAll("[0-9a-f]*[0-9][0-9a-f]*", "#");
        String cause =
                record.getThrown() == null ? "" : record.getThrown().getClass().getName();
        return record.getLoggerName() + " " + text + " " + cause;
    }
}
