package dev.fanlight.relay.chat;

import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Rate limit of one room: at most {@link #LINES} lines in any {@link #WINDOW} by all authors together. Not thread safe. */
final class RoomRateLimit {

    /** Most lines in any {@link #WINDOW}. */
    static final int LINES = 50;

    /** Sliding window in which lines are counted. */
    static final Duration WINDOW = Duration.ofSeconds(1);

    private final NanoClock clock;
    private final Deque<Long> taken = new ArrayDeque<>(LINES);

    RoomRateLimit(NanoClock clock) {
        this.clock = clock;
    }

    /** Wait before the next line; empty when it is permitted now, and then counted. */
    Optional<Duration> take() {
        long now = clock.nanoTime();
        if (taken.size() == LINES) {
            long free = taken.element() + WINDOW.toNanos() - now;
            if (free > 0) {
                return Optional.of(
                        Duration.ofMillis(Math.max(1, Duration.ofNanos(free).toMillis())));
            }
            taken.remove();
        }
        taken.add(now);
        return Optional.empty();
    }
}
