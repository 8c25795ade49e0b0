package dev.fanlight.agent.uplink.media;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What has been sent and not yet acknowledged: the socket and the kernel take seconds of video without complaint, so room is
 * what the relay has confirmed. Bounded in bytes, age and number. The caller passes the time. One thread.
 */
final class SendWindow {

    /** Nothing more is sent while something is on its way for longer. */
    static final Duration OLDEST = Duration.ofSeconds(2);
    /** Nothing more is sent while so much is on its way. */
    static final int MAX_BYTES = 1024 * 1024;

    private static final int MAX_UNITS = 512;

    /** The track of pieces of backfill, which are acknowledged with the live media behind them. */
    private static final int LATE = -1;

    private record Sent(int track, long sequence, int bytes, long nanos) {

        boolean is(int otherTrack, long otherSequence) {
            return track == otherTrack && sequence == otherSequence;
        }
    }

    private final Deque<Sent> inFlight = new ArrayDeque<>();
    private int bytes;
    private int lateBytes;
    private long acknowledgedBytes;
    private long shortestNanos = Long.MAX_VALUE;

    /** Whether another access unit may be sent. */
    boolean isOpen(long nowNanos) {
        return bytes < MAX_BYTES && inFlight.size() < MAX_UNITS && oldestNanos(nowNanos) <= OLDEST.toNanos();
    }

    void sent(int track, long sequence, int size, long nowNanos) {
        inFlight.addLast(new Sent(track, sequence, size, nowNanos));
        bytes += size;
    }

    /** A piece of backfill was sent. */
    void sentLate(int size, long nowNanos) {
        sent(LATE, 0, size, nowNanos);
        lateBytes += size;
    }

    /** Bytes of backfill that are on their way. */
    int lateBytes() {
        return lateBytes;
    }

    /**
     * Takes an acknowledgement; one of something that is not on its way is ignored. A socket delivers in order, so all that
     * was sent before has arrived too, whatever its track.
     */
    void acknowledged(int track, long sequence, long nowNanos) {
        if (inFlight.stream().noneMatch(sent -> sent.is(track, sequence))) {
            return;
        }
        boolean found = false;
        while (!found) {
            Sent first = inFlight.removeFirst();
            bytes -= first.bytes();
            lateBytes -= first.track() == LATE ? first.bytes() : 0;
            acknowledgedBytes += first.bytes();
            found = first.is(track, sequence);
            shortestNanos = found ? Math.min(shortestNanos, nowNanos - first.nanos()) : shortestNanos;
        }
    }

    /** Bytes that were acknowledged so far. */
    long acknowledgedBytes() {
        return acknowledgedBytes;
    }

    /** How long the oldest unacknowledged access unit is on its way; 0 when there is none. */
    long oldestNanos(long nowNanos) {
        Sent first = inFlight.peekFirst();
        return first == null ? 0 : nowNanos - first.nanos();
    }

    /** The same less the shortest way that was ever seen: what queues on the way make of it. */
    long delayNanos(long nowNanos) {
        long way = shortestNanos == Long.MAX_VALUE ? 0 : shortestNanos;
        return Math.max(0, oldestNanos(nowNanos) - way);
    }
}
