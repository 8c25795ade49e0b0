package dev.fanlight.agent.uplink.media;

import java.time.Duration;

/**
 * When more may be tried: after a calm time that doubles with each probe that fails and shrinks with each that holds. Below what was
 * possible before, nothing is a probe. The caller passes the time. One thread.
 */
final class ProbeTimer {

    /** Calm time before the first step up. */
    static final Duration SHORTEST = Duration.ofSeconds(5);

    /** Longest time between two probes of an uplink that fails all of them. */
    static final Duration LONGEST = Duration.ofSeconds(60);

    /** A probe that is followed by late frames within this time has failed. */
    static final Duration JUDGED = Duration.ofSeconds(8);

    /** Late frames so soon after others are of the same congestion. */
    private static final long SAME_CONGESTION = Duration.ofSeconds(2).toNanos();

    /** Up to this share of the rate at which frames queued, growing is no probe. */
    private static final double KNOWN_GOOD = 0.75;

    private long patienceNanos = SHORTEST.toNanos();
    private long calmSinceNanos;
    private long limit = Long.MAX_VALUE;
    private boolean probing;
    private boolean congestedBefore;
    private long congestedNanos;
    private long probedNanos;

    ProbeTimer(long nowNanos) {
        this.calmSinceNanos = nowNanos;
    }

    /** Frames are late or dropped; as far as known, this rate is what the uplink carries. */
    void congested(long nowNanos, long possible) {
        if (probing) {
            patienceNanos = Math.min(LONGEST.toNanos(), patienceNanos * 2);
        }
        if (!congestedBefore || nowNanos - congestedNanos > SAME_CONGESTION) {
            limit = possible;
        }
        probing = false;
        congestedBefore = true;
        congestedNanos = nowNanos;
        calmSinceNanos = nowNanos;
    }

    /** Something queues, though not for long. */
    void postpone(long nowNanos) {
        calmSinceNanos = Math.max(calmSinceNanos, nowNanos - patienceNanos + SHORTEST.toNanos() / 2);
    }

    /** Whether the bit rate may grow to {@code next} now. */
    boolean rateDue(long nowNanos, int next) {
        settle(nowNanos);
        boolean known = next <= limit * KNOWN_GOOD;
        return nowNanos - calmSinceNanos >= (known ? SHORTEST.toNanos() : patienceNanos);
    }

    /** Whether the next level up may be tried now. */
    boolean levelDue(long nowNanos) {
        settle(nowNanos);
        return nowNanos - calmSinceNanos >= patienceNanos;
    }

    /** A step up was made to this rate. */
    void begun(long nowNanos, int bitRate, boolean newLevel) {
        if (newLevel || bitRate > limit * KNOWN_GOOD) {
            probing = true;
            probedNanos = nowNanos;
            calmSinceNanos = nowNanos;
        }
    }

    /** A probe that has held: the limit was another one. */
    private void settle(long nowNanos) {
        if (probing && nowNanos - probedNanos >= JUDGED.toNanos()) {
            probing = false;
            patienceNanos = Math.max(SHORTEST.toNanos(), patienceNanos * 3 / 4);
            limit = limit == Long.MAX_VALUE ? limit : limit + limit / 6;
        }
    }
}
