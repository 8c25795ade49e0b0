package dev.fanlight.relay.store;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Whether the store can be written. Failures that follow each other within {@link #QUIET} are one outage, which is logged and alarmed once,
 * whatever fails of it. Thread safe; nothing here blocks.
 */
public final class StoreHealth {

    /** Without a failure for this long, the next one is another outage. */
    public static final Duration QUIET = Duration.ofMinutes(1);

    private static final Logger LOG = Logger.getLogger(StoreHealth.class.getName());

    private final NanoClock clock;

    @GuardedBy("this")
    private Consumer<Outage> alarm = outage -> {};

    @GuardedBy("this")
    private Optional<String> problem = Optional.empty();

    @GuardedBy("this")
    private Optional<Long> lastFailure = Optional.empty();

    /** A store that works. */
    public StoreHealth(NanoClock clock) {
        this.clock = clock;
    }

    /** Has {@code listener} receive each failure that follows a success. It must not block. */
    public synchronized void onOutage(Consumer<Outage> listener) {
        alarm = listener;
    }

    /** Why the store cannot be written now, as it goes on after a colon; empty when it can. */
    public synchronized Optional<String> problem() {
        return problem;
    }

    /**
     * The store could not be written, after it could.
     *
     * @param reason as it goes on after a colon
     * @param isNew whether it is another outage, and not a part of one that was reported already
     */
    public record Outage(String reason, boolean isNew) {}

    void failed(String reason) {
        Optional<Outage> outage = note(reason);
        if (outage.filter(Outage::isNew).isPresent()) {
            LOG.log(
                    Level.SEVERE,
                    "The store cannot be written: {0}. Viewing continues; chat messages and changes are refused until the store can be written to",
                    reason);
        }
        outage.ifPresent(listener());
    }

    private synchronized Consumer<Outage> listener() {
        return alarm;
    }

    /** Something was written. */
    void worked() {
        if (recovered()) {
            LOG.info("The store can be written again");
        }
    }

    private synchronized Optional<Outage> note(String reason) {
        long now = clock.nanoTime();
        boolean isNew = lastFailure.filter(last -> now - last < QUIET.toNanos()).isEmpty();
        boolean worked = problem.isEmpty();
        lastFailure = Optional.of(now);
        problem = Optional.of(reason);
        return worked ? Optional.of(new Outage(reason, isNew)) : Optional.empty();
    }

    private synchronized boolean recovered() {
        boolean failed = problem.isPresent();
        problem = Optional.empty();
        return failed;
    }
}
