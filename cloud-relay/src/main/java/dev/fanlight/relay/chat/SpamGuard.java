package dev.fanlight.relay.chat;

import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Silences a person who keeps exceeding the rate limit: {@link #LIMIT} refusals within {@link #WINDOW} cost {@link #SILENCE}. Not thread
 * safe.
 */
final class SpamGuard {

    /** Refusals that lead to a silence. */
    static final int LIMIT = 3;

    /** Sliding window in which refusals are counted. */
    static final Duration WINDOW = Duration.ofSeconds(60);

    /** Length of the silence. */
    static final Duration SILENCE = Duration.ofSeconds(60);

    private final NanoClock clock;
    private final Deque<Long> times = new ArrayDeque<>(LIMIT);
    private Optional<Long> silentUntil = Optional.empty();

    SpamGuard(NanoClock clock) {
        this.clock = clock;
    }

    /** Counts a refusal; returns whether a silence begins with it. */
    boolean add() {
        long now = clock.nanoTime();
        times.removeIf(time -> now - time >= WINDOW.toNanos());
        times.add(now);
        if (times.size() < LIMIT) {
            return false;
        }
        times.clear();
        silentUntil = Optional.of(now + SILENCE.toNanos());
        return true;
    }

    /** Remaining length of the silence; empty when there is none. */
    Optional<Duration> silence() {
        return silentUntil
                .map(until -> Duration.ofNanos(until - clock.nanoTime()))
                .filter(left -> !left.isNegative() && !left.isZero());
    }

    void reset() {
        times.clear();
        silentUntil = Optional.empty();
    }
}
