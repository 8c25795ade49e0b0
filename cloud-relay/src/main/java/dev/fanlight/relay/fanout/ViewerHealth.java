package dev.fanlight.relay.fanout;

import dev.fanlight.protocol.player.DeliveryMode;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

/** Evaluates how well one viewer keeps up, and sets its delivery mode accordingly. Event loop only. */
final class ViewerHealth {

    /** A viewer whose queue skips again within this time is slow, not just stalled. */
    static final Duration SKIPS_APART = Duration.ofSeconds(10);

    private final AckMonitor acks = new AckMonitor();
    private final DeliveryPolicy policy;
    private boolean hasSkipped;
    private long lastSkip;

    /**
     * Begins at the highest delivery mode.
     *
     * @param usable the delivery modes that make a difference to the viewer
     */
    ViewerHealth(Supplier<Set<DeliveryMode>> usable) {
        this.policy = new DeliveryPolicy(usable);
    }

    DeliveryMode mode() {
        return policy.mode();
    }

    void acknowledged(long sequence, long arrivedNanos, long nowNanos, long lagNanos) {
        acks.acknowledged(sequence, arrivedNanos, nowNanos, lagNanos);
    }

    /** The access unit with this sequence number was sent at {@code nanos}, which may be in the past. */
    void sent(long sequence, long nanos) {
        acks.sent(sequence, nanos);
    }

    /** Another video track is sent from now on, with its own sequence numbers. */
    void changedTrack() {
        acks.forgetSequences();
    }

    /** Whether the newest frame may still be in transit. */
    boolean isInTransit() {
        return acks.isInTransit();
    }

    /** For how long it has been sent frames and acknowledged none, ns; 0 when it never acknowledges. */
    long nanosWithoutAck(long nowNanos) {
        return acks.nanosWithoutAck(nowNanos);
    }

    /** The queue had to drop access units; returns whether the delivery mode changed. */
    boolean skipped(long nowNanos) {
        boolean again = hasSkipped && nowNanos - lastSkip < SKIPS_APART.toNanos();
        hasSkipped = true;
        lastSkip = nowNanos;
        policy.notHealthy(nowNanos);
        return again && recordStep(policy.degraded(nowNanos), nowNanos);
    }

    /** Evaluates the viewer; returns whether the delivery mode changed. */
    boolean judge(long nowNanos, boolean nothingWaits) {
        if (acks.isDegraded(nowNanos)) {
            return recordStep(policy.degraded(nowNanos), nowNanos);
        }
        if (acks.isInTime(nowNanos) && nothingWaits) {
            return recordStep(policy.healthy(nowNanos), nowNanos);
        }
        policy.notHealthy(nowNanos);
        return false;
    }

    private boolean recordStep(boolean stepped, long nowNanos) {
        if (stepped) {
            acks.judgeFrom(nowNanos);
        }
        return stepped;
    }
}
