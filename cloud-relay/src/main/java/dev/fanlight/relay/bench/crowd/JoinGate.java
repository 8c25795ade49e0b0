package dev.fanlight.relay.bench.crowd;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Lets one viewer knock alone, then a bounded number at a time, and counts who got in. A relay shuts out an address from which many
 * wrong links come: with one knock a mistyped link stays one. Thread safe.
 */
final class JoinGate {

    /** Fewer than the relay has handshakes going on at a time, see {@link dev.fanlight.relay.http.listen.HandshakeLimit#MAX}. */
    private static final int MOST_AT_ONCE = 100;

    private final Semaphore free = new Semaphore(1);
    private final AtomicBoolean isKnown = new AtomicBoolean();
    private final AtomicInteger joined = new AtomicInteger();
    private final AtomicReference<@Nullable JoinRefusal> first = new AtomicReference<>();

    /** Waits for a place; false when none came free in time, or somebody was refused. */
    boolean enter(long limitNanos) throws InterruptedException {
        if (!free.tryAcquire(Math.max(0, limitNanos), TimeUnit.NANOSECONDS)) {
            return false;
        }
        if (refusal().isPresent()) {
            free.release();
            return false;
        }
        return true;
    }

    /** Waits until nobody knocks any more; false when that took too long. */
    boolean awaitAll(long limitNanos) throws InterruptedException {
        int all = isKnown.get() ? MOST_AT_ONCE : 1;
        return free.tryAcquire(all, Math.max(0, limitNanos), TimeUnit.NANOSECONDS);
    }

    /** Somebody sees a picture. */
    void joined() {
        joined.incrementAndGet();
        answered();
    }

    /** Somebody who was in is not any more. */
    void left() {
        joined.decrementAndGet();
    }

    /** Somebody was sent away before the first picture. */
    void refused(JoinRefusal refusal) {
        first.compareAndSet(null, refusal);
        answered();
    }

    private void answered() {
        free.release(isKnown.compareAndSet(false, true) ? MOST_AT_ONCE : 1);
    }

    /** How many are in that came by this gate. */
    int count() {
        return joined.get();
    }

    /** Why the first was sent away. */
    Optional<JoinRefusal> refusal() {
        return Optional.ofNullable(first.get());
    }
}
