package dev.fanlight.relay.fanout;

import dev.fanlight.relay.config.RelayTimeouts;
import java.time.Duration;

/**
 * Bounds of a viewer queue, and the times after which a viewer that does not keep up is disconnected. Immutable.
 *
 * @param maxFrames most waiting access units
 * @param maxBytes most waiting bytes, start-up data excepted
 * @param maxAge longest waiting time of the oldest
 * @param stuck how long a viewer may accept nothing before it is disconnected
 * @param unacknowledged how long a viewer that acknowledges may be sent frames and acknowledge none before it is disconnected
 */
public record QueueLimits(int maxFrames, int maxBytes, Duration maxAge, Duration stuck, Duration unacknowledged) {

    /** 1 MiB or 2 s, whichever comes first. */
    public static QueueLimits of(RelayTimeouts.Viewers timeouts) {
        return new QueueLimits(240, 1024 * 1024, Duration.ofSeconds(2), timeouts.stuck(), timeouts.unacknowledged());
    }

    /** Whether something has to be dropped. A single access unit may always wait, however large. */
    boolean isOver(int frames, long bytes, long ageNanos) {
        return frames > 1 && (frames > maxFrames || bytes > maxBytes || ageNanos > maxAge.toNanos());
    }

    /** Whether the viewer has accepted nothing, or acknowledged nothing, for too long. */
    boolean isGone(long nanosWithoutProgress, long nanosWithoutAck) {
        return nanosWithoutProgress > stuck.toNanos() || nanosWithoutAck > unacknowledged.toNanos();
    }
}
