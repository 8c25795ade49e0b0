package dev.fanlight.relay.audit;

import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.runtime.Loop;
import dev.fanlight.runtime.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** Deletes entries of the audit log that are older than they are kept, at the start and every hour. */
public final class AuditRetentionLoop implements Loop {

    /** Time between two looks. */
    static final Duration INTERVAL = Duration.ofHours(1);

    private final Supplier<Duration> keep;
    private final LongConsumer forget;
    private final Clock clock;
    private final Sleeper sleeper;
    private final ErrorLog errors;

    /**
     * Deletes nothing yet.
     *
     * @param keep how long entries are kept, asked each time
     * @param forget deletes what is older than a moment, ms since 1970; may block
     */
    public AuditRetentionLoop(
            Supplier<Duration> keep, LongConsumer forget, Clock clock, Sleeper sleeper, ErrorLog errors) {
        this.keep = keep;
        this.forget = forget;
        this.clock = clock;
        this.sleeper = sleeper;
        this.errors = errors;
    }

    @Override
    public boolean doWork() throws InterruptedException {
        try {
            forget.accept(clock.instant().minus(keep.get()).toEpochMilli());
        } catch (RuntimeException e) {
            errors.failure("Old entries of the audit log could not be removed", e);
        }
        sleeper.sleepNanos(INTERVAL.toNanos());
        return true;
    }

    @Override
    public String roleName() {
        return "audit-retention";
    }
}
