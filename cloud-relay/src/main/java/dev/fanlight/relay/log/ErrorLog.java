package dev.fanlight.relay.log;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Logs each kind of failure once, and again with a count when it persists: at most one line a kind in {@link #QUIET}, and a short one for each
 * of up to {@value #MAX_NAMED} requests that failed alike. Remembers
 * {@value #MAX_KINDS} kinds at most and forgets the oldest. Thread safe.
 */
public final class ErrorLog {

    /** How long the same kind stays silent. */
    public static final Duration QUIET = Duration.ofSeconds(10);

    private static final Logger LOG = Logger.getLogger(ErrorLog.class.getName());
    private static final int MAX_KINDS = 100;

    /** Most failures of a kind in {@link #QUIET} that get a line without a stack, for the request that it names. */
    static final int MAX_NAMED = 8;

    private final NanoClock clock;
    private final CompletableFuture<Throwable> end = new CompletableFuture<>();

    @GuardedBy("this")
    private final Map<String, Entry> kinds = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Entry> eldest) {
            return size() > MAX_KINDS;
        }
    };

    /** A silent log. */
    public ErrorLog(NanoClock clock) {
        this.clock = clock;
    }

    /** Something outside went wrong; {@code kind} is one sentence and holds no secret and no number that changes. */
    public void warn(String kind) {
        count(kind).ifPresent(line -> LOG.log(Level.WARNING, line));
    }

    /**
     * Something inside went wrong that should not: logged with its stack the first time. What its origin has {@link Reported} already is not
     * logged again. A class that cannot be loaded is {@link #fatal}: whatever needs it fails from now on. Memory that is missing for a moment is not.
     */
    public void failure(String kind, Throwable cause) {
        if (cause instanceof Reported) {
            LOG.log(Level.FINE, kind, cause);
            return;
        }
        String line = kind + " (" + cause.getClass().getSimpleName() + ")";
        count(line).ifPresentOrElse(counted -> LOG.log(Level.SEVERE, counted, cause), () -> again(line));
        if (cause instanceof LinkageError) {
            end.complete(cause);
        }
    }

    /** A thread that must not end has ended: the relay cannot go on, and the process is to end and be started again. */
    public void fatal(String what, Throwable cause) {
        LOG.log(Level.SEVERE, what, cause);
        end.complete(cause);
    }

    /** Waits until something {@link #fatal} happens, and returns it. */
    public Throwable awaitFatal() throws InterruptedException {
        try {
            return end.get();
        } catch (ExecutionException e) {
            return e;
        }
    }

    /** A user who quotes the request of a failure that is silent for now finds at least that it was the same. */
    private void again(String line) {
        if (RequestScope.id().isPresent() && isNamedAgain(line)) {
            LOG.log(Level.SEVERE, "{0}, again", line);
        }
    }

    private synchronized boolean isNamedAgain(String kind) {
        Entry known = kinds.get(kind);
        return known != null && known.since <= MAX_NAMED;
    }

    private synchronized Optional<String> count(String kind) {
        long now = clock.nanoTime();
        Entry known = kinds.get(kind);
        if (known == null) {
            kinds.put(kind, new Entry(now, 0));
            return Optional.of(kind);
        }
        if (now - known.lastLine < QUIET.toNanos()) {
            kinds.put(kind, new Entry(known.lastLine, known.since + 1));
            return Optional.empty();
        }
        kinds.put(kind, new Entry(now, 0));
        return Optional.of(known.since == 0 ? kind : kind + " (" + (known.since + 1) + " times more)");
    }

    /**
     * One kind of failure.
     *
     * @param lastLine when it was last written down
     * @param since how often it came since, silently
     */
    private record Entry(long lastLine, long since) {}
}
