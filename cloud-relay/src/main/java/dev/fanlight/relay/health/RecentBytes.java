package dev.fanlight.relay.health;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.concurrent.TimeUnit;

/** Bytes of the last whole seconds, and their rate. Thread safe. */
final class RecentBytes {

    /** Whole seconds that count. */
    static final int SECONDS = 5;

    private static final int PLACES = SECONDS + 1;

    @GuardedBy("this")
    private final long[] bytes = new long[PLACES];

    @GuardedBy("this")
    private long second;

    RecentBytes(long nowNanos) {
        this.second = TimeUnit.NANOSECONDS.toSeconds(nowNanos);
    }

    synchronized void add(long count, long nowNanos) {
        moveTo(nowNanos);
        bytes[place(second)] += count;
    }

    /** Bits a second. */
    synchronized long bitRate(long nowNanos) {
        moveTo(nowNanos);
        long sum = 0;
        for (long ofSecond : bytes) {
            sum += ofSecond;
        }
        // The second that has just begun is not whole.
        return (sum - bytes[place(second)]) * Byte.SIZE / SECONDS;
    }

    @GuardedBy("this")
    private void moveTo(long nowNanos) {
        long now = TimeUnit.NANOSECONDS.toSeconds(nowNanos);
        for (long skipped = Math.max(second + 1, now - SECONDS); skipped <= now; skipped++) {
            bytes[place(skipped)] = 0;
        }
        second = Math.max(second, now);
    }

    private static int place(long second) {
        return Math.floorMod(second, PLACES);
    }
}
