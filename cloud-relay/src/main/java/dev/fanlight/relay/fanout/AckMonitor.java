package dev.fanlight.relay.fanout;

import java.time.Duration;

/**
 * Judges by its acknowledgements whether a viewer keeps up. Delays are from when an access unit had its turn on the loop until the relay
 * heard that the viewer has it; what counts is how much longer that takes than it can. A viewer that never acknowledges is never judged.
 * Event loop only.
 */
final class AckMonitor {

    /** So much later than it can be is late. */
    static final Duration LATE = Duration.ofMillis(500);

    /** How long it has to be late without getting better before that is trouble: after a short stall everything comes at once. */
    static final Duration LATE_FOR = Duration.ofMillis(300);

    /** So much less late than before is better. */
    static final Duration IMPROVED = Duration.ofMillis(30);

    /** So little later than it can be is in time. */
    static final Duration IN_TIME = Duration.ofMillis(250);

    /** Acknowledgements come every 5 s; a viewer that is sent frames and says nothing for longer is in trouble. */
    static final Duration SILENT = Duration.ofMillis(6_500);

    /** A viewer that is sent pictures and says nothing for so long is gone. */
    static final Duration GONE = Duration.ofSeconds(12);

    /** How fast the least delay is forgotten: a way may become longer for good. */
    private static final long FORGOTTEN_NANOS_PER_SECOND = Duration.ofMillis(10).toNanos();

    private static final long NONE = -1;

    private boolean heard;
    private long lastHeard;
    private boolean waiting;
    private long waitingSince;
    private long least = Long.MAX_VALUE;
    private long delay;
    private boolean late;
    private long best;
    private long notBetterSince;
    private long judgedFrom = Long.MIN_VALUE;
    private long newestSent = NONE;
    private long newestHeard = NONE;

    /**
     * The viewer has the access unit of this sequence, if that is news.
     *
     * @param arrivedNanos when it came to the loop
     * @param lagNanos how long other things have waited for their turn on the loop of late: so much of the delay may be the relay’s
     */
    void acknowledged(long sequence, long arrivedNanos, long nowNanos, long lagNanos) {
        if (heard) {
            forget(nowNanos - lastHeard);
        }
        if (heard && sequence == newestHeard) {
            lastHeard = nowNanos;
            return;
        }
        newestHeard = sequence;
        delay = nowNanos - arrivedNanos;
        least = Math.min(least, delay);
        heard = true;
        lastHeard = nowNanos;
        waiting = false;
        if (arrivedNanos < judgedFrom) {
            late = false;
        } else {
            noteLateness(nowNanos, lagNanos);
        }
    }

    /** Sequences of another track come. */
    void forgetSequences() {
        newestSent = NONE;
        newestHeard = NONE;
    }

    /** From now on it is given something else: how late it gets what came before counts no more. */
    void judgeFrom(long nowNanos) {
        judgedFrom = nowNanos;
        late = false;
    }

    /** The access unit of this sequence was sent at {@code nanos}; when that was before something was heard, nothing is waited for. */
    void sent(long sequence, long nanos) {
        newestSent = sequence;
        if (!waiting && (!heard || nanos >= lastHeard)) {
            waiting = true;
            waitingSince = nanos;
        }
    }

    /** Whether it is behind, or says nothing. */
    boolean isInTrouble(long nowNanos) {
        return heard && (lateFor() > LATE_FOR.toNanos() || silentFor(nowNanos) > SILENT.toNanos());
    }

    /** Whether it keeps up; true when it never acknowledges. */
    boolean isInTime(long nowNanos) {
        return !heard || (delay - least < IN_TIME.toNanos() && silentFor(nowNanos) < SILENT.toNanos());
    }

    /** Whether it has said nothing for so long that it is to be given up. */
    boolean isGone(long nowNanos) {
        return heard && silentFor(nowNanos) > GONE.toNanos();
    }

    /** Whether the newest access unit that was sent may still be on its way; never true for a viewer that never acknowledges. */
    boolean isUnderWay() {
        return heard && newestHeard != newestSent;
    }

    private void noteLateness(long nowNanos, long lagNanos) {
        boolean wasLate = late;
        late = delay - least - lagNanos > LATE.toNanos();
        if (late && (!wasLate || delay < best - IMPROVED.toNanos())) {
            best = delay;
            notBetterSince = nowNanos;
        }
    }

    /** How long it has been late without getting better: who catches up is in no trouble. A single acknowledgement proves nothing. */
    private long lateFor() {
        return late ? lastHeard - notBetterSince : 0;
    }

    private void forget(long nanos) {
        least += (long) (nanos / 1e9 * FORGOTTEN_NANOS_PER_SECOND);
    }

    private long silentFor(long nowNanos) {
        return waiting ? nowNanos - waitingSince : 0;
    }
}
