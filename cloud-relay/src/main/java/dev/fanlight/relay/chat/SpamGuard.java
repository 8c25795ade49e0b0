package dev.fanlight.relay.chat;

import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Silences somebody who goes on too fast: {@link #LIMIT} times within {@link #WINDOW} is silence for {@link #SILENCE}. Not thread safe. */
final class SpamGuard {

    /** So many are too many. */
    static final int LIMIT = 3;

    /** Within which they count. */
    static final Duration WINDOW = Duration.ofSeconds(60);

    /** What follows. */
    static final Duration SILENCE = Duration.ofSeconds(60);

    private final NanoClock clock;
    private final Deque<Long> times = new ArrayDeque<>(LIMIT);
    private Optional<Long> silentUntil = Optional.empty();

    SpamGuard(NanoClock clock) {
        this.clock = clock;
    }

    /** Counts one; says whether silence begins with it. */
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

    /** How long the silence still lasts. */
    Optional<Duration> silence() {
        return silentUntil
                .map(until -> Duration.ofNanos(until - clock.nanoTime()))
                .filter(left -> !left.isNegative() && !left.isZero());
    }

    void forgive() {
        times.clear();
        silentUntil = Optional.empty();
    }
}
