package dev.fanlight.relay.bench.crowd;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Admits one viewer alone, then a bounded number at a time, and counts those that joined. A relay refuses an address that has tried
 * many wrong links; because the first viewer tries alone, a mistyped link counts once. Thread safe.
 */
final class JoinGate {

    /** Below the relay’s limit of concurrent handshakes, see {@link dev.fanlight.relay.http.listen.HandshakeLimit#MAX}. */
    private static final int MAX_CONCURRENT = 100;

    private final Semaphore slots = new Semaphore(1);
    private final AtomicBoolean isLinkValid = new AtomicBoolean();
    private final AtomicInteger joined = new AtomicInteger();
    private final AtomicReference<@Nullable JoinRefusal> firstRefusal = new AtomicReference<>();

    /** Waits for a free slot; false if there was none in time, or a viewer was refused. */
    boolean enter(long limitNanos) throws InterruptedException {
        if (!slots.tryAcquire(Math.max(0, limitNanos), TimeUnit.NANOSECONDS)) {
            return false;
        }
        if (refusal().isPresent()) {
            slots.release();
            return false;
        }
        return true;
    }

    /** Waits until no attempt is pending; false if that took too long. */
    boolean awaitAll(long limitNanos) throws InterruptedException {
        int all = isLinkValid.get() ? MAX_CONCURRENT : 1;
        return slots.tryAcquire(all, Math.max(0, limitNanos), TimeUnit.NANOSECONDS);
    }

    /** A viewer has received its first unit. */
    void joined() {
        joined.incrementAndGet();
        answered();
    }

    /** A viewer that had joined has been disconnected. */
    void left() {
        joined.decrementAndGet();
    }

    /** A viewer was disconnected before its first unit. */
    void refused(JoinRefusal refusal) {
        firstRefusal.compareAndSet(null, refusal);
        answered();
    }

    private void answered() {
        slots.release(isLinkValid.compareAndSet(false, true) ? MAX_CONCURRENT : 1);
    }

    /** How many viewers of this gate are watching. */
    int count() {
        return joined.get();
    }

    /** Why the first refused viewer was refused. */
    Optional<JoinRefusal> refusal() {
        return Optional.ofNullable(firstRefusal.get());
    }
}
