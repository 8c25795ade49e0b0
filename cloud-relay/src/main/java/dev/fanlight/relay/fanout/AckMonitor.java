package dev.fanlight.relay.fanout;

import java.time.Duration;

/**
 * Evaluates by acknowledgements whether a viewer keeps up. A delay lasts from the turn of an access unit on the loop until its
 * acknowledgement; what counts is its excess over the least delay seen. A viewer that never acknowledges is never evaluated. Event loop
 * only.
 */
final class AckMonitor {

    /** Excess delay above which a viewer is late. */
    static final Duration LATE = Duration.ofMillis(500);

    /** How long it has to be late without improving to count as degraded: after a short stall everything is acknowledged at once. */
    static final Duration LATE_FOR = Duration.ofMillis(300);

    /** Least decrease of the delay that counts as an improvement. */
    static final Duration IMPROVED = Duration.ofMillis(30);

    /** Excess delay below which a viewer is in time. */
    static final Duration IN_TIME = Duration.ofMillis(250);

    /** Acknowledgements come every 5 s; a viewer that is sent frames and acknowledges nothing for this long is degraded. */
    static final Duration SILENT = Duration.ofMillis(6_500);

    /** Rate at which the least delay rises again: the network path may have become longer for good. */
    private static final long FORGOTTEN_NANOS_PER_SECOND = Duration.ofMillis(10).toNanos();

    private static final long NONE = -1;

    private boolean hasAck;
    private long lastAckNanos;
    private boolean waiting;
    private long waitingSince;
    private long least = Long.MAX_VALUE;
    private long delay;
    private boolean late;
    private long best;
    private long notBetterSince;
    private long judgedFrom = Long.MIN_VALUE;
    private long newestSent = NONE;
    private long newestAcked = NONE;

    /**
     * The viewer has acknowledged the access unit with this sequence number, perhaps again.
     *
     * @param arrivedNanos when it had its turn on the loop
     * @param lagNanos how long work has recently waited for its turn on the loop: that much of the delay may be the relay’s
     */
    void acknowledged(long sequence, long arrivedNanos, long nowNanos, long lagNanos) {
        if (hasAck) {
            forget(nowNanos - lastAckNanos);
        }
        if (hasAck && sequence == newestAcked) {
            lastAckNanos = nowNanos;
            return;
        }
        newestAcked = sequence;
        delay = nowNanos - arrivedNanos;
        least = Math.min(least, delay);
        hasAck = true;
        lastAckNanos = nowNanos;
        waiting = false;
        if (arrivedNanos < judgedFrom) {
            late = false;
        } else {
            updateLateness(nowNanos, lagNanos);
        }
    }

    /** Another track is sent from now on, with its own sequence numbers. */
    void forgetSequences() {
        newestSent = NONE;
        newestAcked = NONE;
    }

    /** The delivery level has changed: delays of earlier access units no longer count. */
    void judgeFrom(long nowNanos) {
        judgedFrom = nowNanos;
        late = false;
    }

    /** The access unit with this sequence number was sent at {@code nanos}; an acknowledgement is awaited unless one came after that. */
    void sent(long sequence, long nanos) {
        newestSent = sequence;
        if (!waiting && (!hasAck || nanos >= lastAckNanos)) {
            waiting = true;
            waitingSince = nanos;
        }
    }

    /** Whether it is late without improving, or acknowledges nothing. */
    boolean isDegraded(long nowNanos) {
        return hasAck && (lateFor() > LATE_FOR.toNanos() || silentFor(nowNanos) > SILENT.toNanos());
    }

    /** Whether it keeps up; true when it never acknowledges. */
    boolean isInTime(long nowNanos) {
        return !hasAck || (delay - least < IN_TIME.toNanos() && silentFor(nowNanos) < SILENT.toNanos());
    }

    /** For how long it has been sent frames and acknowledged none, ns; 0 when it never acknowledges. */
    long nanosWithoutAck(long nowNanos) {
        return hasAck ? silentFor(nowNanos) : 0;
    }

    /** Whether the newest access unit may still be in transit; never true for a viewer that never acknowledges. */
    boolean isInTransit() {
        return hasAck && newestAcked != newestSent;
    }

    private void updateLateness(long nowNanos, long lagNanos) {
        boolean wasLate = late;
        late = delay - least - lagNanos > LATE.toNanos();
        if (late && (!wasLate || delay < best - IMPROVED.toNanos())) {
            best = delay;
            notBetterSince = nowNanos;
        }
    }

    /** How long it has been late without improving; zero after a single late acknowledgement. */
    private long lateFor() {
        return late ? lastAckNanos - notBetterSince : 0;
    }

    private void forget(long nanos) {
        least += (long) (nanos / 1e9 * FORGOTTEN_NANOS_PER_SECOND);
    }

    private long silentFor(long nowNanos) {
        return waiting ? nowNanos - waitingSince : 0;
    }
}
