package dev.fanlight.relay.fanout;

import dev.fanlight.protocol.player.DeliveryMode;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

/** How well one viewer keeps up, and the delivery mode it gets because of that. Event loop only. */
final class ViewerHealth {

    /** A viewer that skips again so soon is not stalled but slow. */
    static final Duration SKIPS_APART = Duration.ofSeconds(10);

    private final AckMonitor acks = new AckMonitor();
    private final DeliveryPolicy ladder;
    private boolean hasSkipped;
    private long lastSkip;

    /**
     * At the highest delivery mode.
     *
     * @param usable the delivery modes that make a difference to the viewer
     */
    ViewerHealth(Supplier<Set<DeliveryMode>> usable) {
        this.ladder = new DeliveryPolicy(usable);
    }

    DeliveryMode mode() {
        return ladder.mode();
    }

    void acknowledged(long sequence, long arrivedNanos, long nowNanos, long lagNanos) {
        acks.acknowledged(sequence, arrivedNanos, nowNanos, lagNanos);
    }

    /** The access unit of this sequence was sent at {@code nanos}, which may have been a while ago. */
    void sent(long sequence, long nanos) {
        acks.sent(sequence, nanos);
    }

    /** The frames of another video track are sent from now on, with sequences of their own. */
    void changedTrack() {
        acks.forgetSequences();
    }

    /** Whether the newest frame that was sent may still be on its way. */
    boolean isUnderWay() {
        return acks.isUnderWay();
    }

    /** Whether it has acknowledged nothing for so long that it is to be given up. */
    boolean isGone(long nowNanos) {
        return acks.isGone(nowNanos);
    }

    /** Its queue had to be cut; says whether its delivery mode changed. */
    boolean skipped(long nowNanos) {
        boolean again = hasSkipped && nowNanos - lastSkip < SKIPS_APART.toNanos();
        hasSkipped = true;
        lastSkip = nowNanos;
        ladder.unwell(nowNanos);
        return again && noteStep(ladder.trouble(nowNanos), nowNanos);
    }

    /** Looks at how it is; says whether its delivery mode changed. */
    boolean judge(long nowNanos, boolean nothingWaits) {
        if (acks.isInTrouble(nowNanos)) {
            return noteStep(ladder.trouble(nowNanos), nowNanos);
        }
        if (acks.isInTime(nowNanos) && nothingWaits) {
            return noteStep(ladder.well(nowNanos), nowNanos);
        }
        ladder.unwell(nowNanos);
        return false;
    }

    private boolean noteStep(boolean stepped, long nowNanos) {
        if (stepped) {
            acks.judgeFrom(nowNanos);
        }
        return stepped;
    }
}
