package dev.fanlight.relay.gateway.push;

import java.time.Duration;

/** How long to wait for the next attempt: twice as long after each failure. Not thread safe. */
final class PushRetry {

    private final Duration first;
    private final Duration last;
    private int failures;

    PushRetry(PushTimeouts timeouts) {
        this.first = timeouts.firstRetry();
        this.last = timeouts.lastRetry();
    }

    /** Takes note of a failure; how long to wait. */
    Duration failed() {
        Duration wait = first.multipliedBy(1L << Math.min(failures, 16));
        failures++;
        return wait.compareTo(last) < 0 ? wait : last;
    }

    /** It has worked for a while. */
    void worked() {
        failures = 0;
    }
}
