package dev.fanlight.agent.pipeline;

import java.time.Duration;

/** How long to wait before a failed source is opened again: 1 s, doubled at each failure, 30 s at most. Immutable. */
record RetryDelay(Duration delay) {

    static final RetryDelay FIRST = new RetryDelay(Duration.ofSeconds(1));
    static final Duration LONGEST = Duration.ofSeconds(30);

    RetryDelay afterFailure() {
        Duration doubled = delay.multipliedBy(2);
        return new RetryDelay(doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST);
    }
}
