package dev.fanlight.agent.uplink.media;

import dev.fanlight.agent.media.SendLevel;
import dev.fanlight.media.UplinkQuality;
import java.time.Duration;
import java.util.List;

/**
 * How much video the uplink is given, by how late frames are acknowledged: first a lower bit rate, then fewer frames, then the small
 * rendition alone, then key frames only; and up again by probing, each time after a longer wait where a probe has failed. The caller
 * passes the time. One thread.
 */
public final class UplinkAdaptation {

    /** Frames that queue this long on their way are too late if that goes on. */
    static final long LATE_NANOS = Duration.ofMillis(400).toNanos();

    /** Up to here nothing queues. */
    static final long FRESH_NANOS = Duration.ofMillis(200).toNanos();

    /** A retransmission makes frames late once; a slow uplink does for longer. */
    private static final long LATE_FOR = Duration.ofMillis(500).toNanos();

    /** Later than any retransmission. */
    private static final long VERY_LATE_NANOS = Duration.ofMillis(900).toNanos();

    private static final long BETWEEN_STEPS_DOWN = Duration.ofSeconds(1).toNanos();
    private static final long BETWEEN_STEPS_UP = Duration.ofSeconds(2).toNanos();

    /** Single key frames are for congestion that stays: a burst at the start of a file, or a busy computer, is over sooner. */
    private static final long LASTING = Duration.ofSeconds(3).toNanos();

    /** Congestion that comes again after a longer pause begins anew. */
    private static final long CALM = Duration.ofSeconds(1).toNanos();

    /** Of the rate that was delivered while frames queued, this much leaves room for what already queues. */
    private static final double SAFE_SHARE = 0.8;

    private final SendPlan.Range range;
    private final ProbeTimer probes;
    private final QualityReport quality;
    private SendPlan plan;
    private long lateSinceNanos;
    private boolean late;
    private long congestedSinceNanos;
    private long congestedNanos;
    private long steppedDownNanos;
    private long delayAtStep;
    private long steppedUpNanos;

    /** Begins with everything. */
    public UplinkAdaptation(SendPlan.Range range, long nowNanos) {
        this.range = range;
        this.probes = new ProbeTimer(nowNanos);
        this.quality = new QualityReport(nowNanos);
        this.plan = new SendPlan(SendLevel.FULL, range.main());
        this.congestedSinceNanos = nowNanos;
        this.congestedNanos = nowNanos - CALM;
        this.steppedDownNanos = nowNanos - BETWEEN_STEPS_DOWN;
        this.steppedUpNanos = nowNanos - BETWEEN_STEPS_UP;
    }

    /**
     * One observation of the uplink, a few times a second while media is sent.
     *
     * @param delayNanos how much longer than the way itself the oldest unacknowledged frame has taken
     * @param dropped whether frames were dropped since the last observation
     * @param deliveredBitRate what the relay has acknowledged lately, bits a second; 0 when unknown
     */
    public record Observation(long delayNanos, boolean dropped, long deliveredBitRate) {

        /** Whether nothing is on its way: that says nothing about the uplink. */
        public boolean isIdle() {
            return delayNanos == 0 && !dropped && deliveredBitRate == 0;
        }
    }

    /** Takes one observation in. {@code levels} are those that make a difference to the present source. */
    public void observe(long nowNanos, Observation now, List<SendLevel> levels) {
        plan = plan.within(range, levels);
        if (isCongested(nowNanos, now)) {
            congestedSinceNanos = nowNanos - congestedNanos < CALM ? congestedSinceNanos : nowNanos;
            congestedNanos = nowNanos;
            stepDown(nowNanos, now, levels);
        } else if (now.delayNanos() > FRESH_NANOS) {
            probes.postpone(nowNanos);
        } else if (!plan.isWhole(range)) {
            stepUp(nowNanos, levels);
        }
        quality.observe(nowNanos, current(now.delayNanos()));
    }

    /** What to send now. */
    public SendPlan plan() {
        return plan;
    }

    /** How the uplink does, for people: worse at once, better after a while. */
    public UplinkQuality quality() {
        return quality.shown();
    }

    private boolean isCongested(long nowNanos, Observation now) {
        boolean wasLate = late;
        late = now.delayNanos() > LATE_NANOS;
        if (late && !wasLate) {
            lateSinceNanos = nowNanos;
        }
        boolean lasting = late && nowNanos - lateSinceNanos >= LATE_FOR;
        return now.dropped() || lasting || now.delayNanos() > VERY_LATE_NANOS;
    }

    private void stepDown(long nowNanos, Observation now, List<SendLevel> levels) {
        probes.congested(nowNanos, Math.max(plan.bitRate() / 2, Math.min(plan.bitRate(), now.deliveredBitRate())));
        if (nowNanos - steppedDownNanos < BETWEEN_STEPS_DOWN) {
            return;
        }
        boolean drains = !now.dropped() && now.delayNanos() < delayAtStep * SAFE_SHARE;
        steppedDownNanos = nowNanos;
        delayAtStep = now.delayNanos();
        if (drains) {
            return;
        }
        if (plan.bitRate() > range.least(plan.level(), levels)) {
            plan = new SendPlan(plan.level(), lower(now)).within(range, levels);
            return;
        }
        SendPlan next = plan.down(range, levels);
        boolean lasting = nowNanos - congestedSinceNanos >= LASTING;
        plan = next.level() != SendLevel.KEY_FRAMES || lasting ? next : plan;
    }

    /** Three quarters, or at once what is safe to be delivered, but never less than half of it. */
    private int lower(Observation now) {
        int rate = plan.bitRate();
        long safe = Math.round(now.deliveredBitRate() * SAFE_SHARE);
        long lowered = rate - rate / 4L;
        return (int) (now.deliveredBitRate() == 0 ? lowered : Math.max(rate / 2L, Math.min(lowered, safe)));
    }

    private void stepUp(long nowNanos, List<SendLevel> levels) {
        boolean atMost = plan.bitRate() >= range.most(plan.level());
        int next = plan.bitRate() + Math.max(1, plan.bitRate() / 12);
        boolean due = atMost ? probes.levelDue(nowNanos) : probes.rateDue(nowNanos, next);
        if (!due || nowNanos - steppedUpNanos < BETWEEN_STEPS_UP) {
            return;
        }
        steppedUpNanos = nowNanos;
        delayAtStep = 0;
        plan = atMost ? plan.up(range, levels) : new SendPlan(plan.level(), next).within(range, levels);
        probes.begun(nowNanos, plan.bitRate(), atMost);
    }

    private UplinkQuality current(long delayNanos) {
        if (plan.level().isSmall() || delayNanos > 2 * VERY_LATE_NANOS) {
            return UplinkQuality.POOR;
        }
        boolean reduced = plan.level() != SendLevel.FULL || plan.bitRate() < range.main() - range.main() / 4;
        return reduced ? UplinkQuality.SLOW : UplinkQuality.FINE;
    }
}
