package dev.fanlight.relay.cluster;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Leases in memory, with a limit on live ones. Epochs come from one counter, so that they rise for each name without being stored. Thread
 * safe.
 */
final class LocalLeases implements Leases {

    private final NanoClock clock;
    private final int limit;

    @GuardedBy("this")
    private final Map<String, Lease> held = new HashMap<>();

    @GuardedBy("this")
    private long lastEpoch;

    LocalLeases(NanoClock clock, int limit) {
        this.clock = clock;
        this.limit = limit;
    }

    @Override
    public synchronized CompletionStage<LeaseResult> acquire(String name, Node holder, Duration life) {
        LeaseResult result =
                live(name).<LeaseResult>map(LeaseResult.Held::new).orElseGet(() -> grant(name, holder, life));
        return CompletableFuture.completedStage(result);
    }

    @Override
    public synchronized CompletionStage<LeaseResult> takeOver(String name, Node holder, Duration life) {
        return CompletableFuture.completedStage(grant(name, holder, life));
    }

    @Override
    public synchronized CompletionStage<Optional<Lease>> renew(Lease lease, Duration life) {
        Optional<Lease> known = current(lease);
        if (known.isEmpty()) {
            return CompletableFuture.completedStage(known);
        }
        Lease old = known.get();
        Lease renewed = new Lease(old.name(), old.holder(), old.epoch(), clock.nanoTime() + life.toNanos());
        held.put(renewed.name(), renewed);
        return CompletableFuture.completedStage(Optional.of(renewed));
    }

    @Override
    public synchronized CompletionStage<Boolean> release(Lease lease) {
        boolean isCurrent = current(lease).isPresent();
        if (isCurrent) {
            held.remove(lease.name());
        }
        return CompletableFuture.completedStage(isCurrent);
    }

    @Override
    public synchronized CompletionStage<Optional<Lease>> find(String name) {
        return CompletableFuture.completedStage(live(name));
    }

    @GuardedBy("this")
    private LeaseResult grant(String name, Node holder, Duration life) {
        if (live(name).isEmpty() && isFull()) {
            return new LeaseResult.Full(limit);
        }
        lastEpoch++;
        Lease lease = new Lease(name, holder, lastEpoch, clock.nanoTime() + life.toNanos());
        held.put(name, lease);
        return new LeaseResult.Granted(lease);
    }

    /** The live lease of that epoch. */
    @GuardedBy("this")
    private Optional<Lease> current(Lease lease) {
        return live(lease.name()).filter(known -> known.epoch() == lease.epoch());
    }

    @GuardedBy("this")
    private Optional<Lease> live(String name) {
        return Optional.ofNullable(held.get(name)).filter(lease -> lease.isLive(clock.nanoTime()));
    }

    /** Removes ended leases only when the limit is reached. */
    @GuardedBy("this")
    private boolean isFull() {
        if (held.size() >= limit) {
            long now = clock.nanoTime();
            held.values().removeIf(lease -> !lease.isLive(now));
        }
        return held.size() >= limit;
    }
}
