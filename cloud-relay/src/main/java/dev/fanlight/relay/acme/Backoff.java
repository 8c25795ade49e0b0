package dev.fanlight.relay.acme;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after orders that failed: 5 min, then twice as long each time up to 6 h, each with a random jitter of a quarter.
 * Let’s Encrypt takes five failed proofs of a name in an hour; this makes four. Immutable.
 */
final class Backoff {

    static final Duration FIRST = Duration.ofMinutes(5);
    static final Duration MOST = Duration.ofHours(6);

    private static final double SPREAD = 0.25;
    private static final int MOST_DOUBLINGS = 10;

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /**
     * The pause before the next try.
     *
     * @param failures in a row, 1 or more
     */
    Duration after(int failures) {
        long grown = FIRST.toMillis() << Math.min(failures - 1, MOST_DOUBLINGS);
        double chance = 1 - SPREAD + 2 * SPREAD * random.nextDouble();
        return Duration.ofMillis((long) (Math.min(grown, MOST.toMillis()) * chance));
    }
}
