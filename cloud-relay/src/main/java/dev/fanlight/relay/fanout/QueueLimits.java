package dev.fanlight.relay.fanout;

import java.time.Duration;

/**
 * When a viewer’s queue holds too much, and when a viewer is disconnected. Immutable.
 *
 * @param maxFrames most access units that wait
 * @param maxBytes most bytes that wait, beyond what the viewer was given to start with
 * @param maxAge how long the oldest may wait
 * @param patience how long a viewer may take nothing before it is disconnected
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
