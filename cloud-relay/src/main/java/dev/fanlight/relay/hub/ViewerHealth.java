package dev.fanlight.relay.hub;

import dev.fanlight.protocol.DeliveryMode;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

/** How well one viewer keeps up, and the rung it stands on because of that. Event loop only. */
final class ViewerHealth {

    /** A viewer that skips again so soon is not stalled but slow. */
    static final Duration SKIPS_APART = Duration.ofSeconds(10);

    private final AckWatch acks = new AckWatch();
    private final Ladder ladder;
    private boolean hasSkipped;
    private long lastSkip;

    /**
     * On the highest rung.
     *
     * @param usable the rungs that make a difference to the viewer
     */
    ViewerHealth(Supplier<Set<DeliveryMode>> usable) {
        this.ladder = new Ladder(usable);
    }

    DeliveryMode mode() {
        return ladder.mode();
    }

    void acknowledged(long sequence, long arrivedNanos, long nowNanos) {
        acks.acknowledged(sequence, arrivedNanos, nowNanos);
    }

    void sent(StreamFrame frame, long nowNanos) {
        acks.sent(frame.frame().header().sequence(), nowNanos);
    }

    /** Whether the newest picture that was sent may still be on its way. */
    boolean isUnderWay() {
        return acks.isUnderWay();
    }

    /** Whether it has acknowledged nothing for so long that it is to be given up. */
    boolean isGone(long nowNanos) {
        return acks.isGone(nowNanos);
    }

    /** Its queue had to be cut; says whether it stands on another rung now. */
    boolean skipped(long nowNanos) {
        boolean again = hasSkipped && nowNanos - lastSkip < SKIPS_APART.toNanos();
        hasSkipped = true;
        lastSkip = nowNanos;
        ladder.unwell(nowNanos);
        return again && ladder.trouble(nowNanos);
    }

    /** Looks at how it is; says whether it stands on another rung now. */
    boolean judge(long nowNanos, boolean nothingWaits) {
        if (acks.isInTrouble(nowNanos)) {
            return ladder.trouble(nowNanos);
        }
        if (acks.isInTime(nowNanos) && nothingWaits) {
            return ladder.well(nowNanos);
        }
        ladder.unwell(nowNanos);
        return false;
    }
}
