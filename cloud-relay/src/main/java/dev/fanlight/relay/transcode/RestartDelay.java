package dev.fanlight.relay.transcode;

import java.time.Duration;

/** How long to wait after an encoder that failed: twice as long each time in a row. Not thread safe. */
final class RestartDelay {

    private static final int MOST_DOUBLINGS = 10;

    private final Duration first;
    private final Duration most;
    private int failures;

    RestartDelay(Duration first, Duration most) {
        this.first = first;
        this.most = most;
    }

    /** Takes note of a failure; how long to wait. */
    Duration failed() {
        Duration wait = first.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        failures++;
        return wait.compareTo(most) < 0 ? wait : most;
    }

    /** It has worked for a while. */
    void worked() {
        failures = 0;
    }
}
