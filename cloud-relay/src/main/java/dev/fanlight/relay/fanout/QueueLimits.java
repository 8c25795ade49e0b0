package dev.fanlight.relay.fanout;

import java.time.Duration;

/**
 * Bounds of a viewer queue, and the time after which a stuck viewer is disconnected. Immutable.
 *
 * @param maxFrames most waiting access units
 * @param maxBytes most waiting bytes, start-up data excepted
 * @param maxAge longest waiting time of the oldest
 * @param patience how long a viewer may accept nothing before it is disconnected
 */
public record QueueLimits(int maxFrames, int maxBytes, Duration maxAge, Duration patience) {

    /** 1 MiB or 2 s, whichever comes first; disconnected after 10 s. */
    public static final QueueLimits STANDARD =
            new QueueLimits(240, 1024 * 1024, Duration.ofSeconds(2), Duration.ofSeconds(10));

    /** Whether something has to be dropped. A single access unit may always wait, however large. */
    boolean isOver(int frames, long bytes, long ageNanos) {
        return frames > 1 && (frames > maxFrames || bytes > maxBytes || ageNanos > maxAge.toNanos());
    }

    /** Whether the viewer has been stuck for too long. */
    boolean isStuck(long nanosWithoutProgress) {
        return nanosWithoutProgress > patience.toNanos();
    }
}
