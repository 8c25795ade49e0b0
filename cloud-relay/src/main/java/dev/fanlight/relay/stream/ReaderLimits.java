package dev.fanlight.relay.stream;

import java.time.Duration;

/**
 * Bounds of a reader’s queue, beyond which it skips ahead. Immutable.
 *
 * @param events most events
 * @param bytes most bytes of frames
 * @param age longest waiting time of the oldest
 */
public record ReaderLimits(int events, long bytes, Duration age) {

    /** For readers that stay close to live. */
    public static final ReaderLimits LIVE = new ReaderLimits(600, 4 * 1024 * 1024, Duration.ofSeconds(2));

    /** For readers that prefer late to incomplete, such as recordings. */
    public static final ReaderLimits COMPLETE = new ReaderLimits(6_000, 32 * 1024 * 1024, Duration.ofSeconds(20));

    /** Whether the reader has to skip ahead; {@code ageNanos} is how long the oldest event has waited. */
    public boolean isOver(int waitingEvents, long waitingBytes, long ageNanos) {
        return waitingEvents > events || waitingBytes > bytes || ageNanos > age.toNanos();
    }
}
