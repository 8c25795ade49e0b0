package dev.fanlight.relay.auth;

import java.time.Duration;

/**
 * How far back somebody may see what was recorded. Immutable.
 *
 * @param millis from now; 0 for not at all
 */
public record RewindRight(long millis) {

    /** Longer than recordings are kept. */
    public static final Duration LONGEST = Duration.ofDays(366);

    /** Nothing that was recorded. */
    public static final RewindRight NONE = new RewindRight(0);

    /** All that was recorded. */
    public static final RewindRight ALL = new RewindRight(LONGEST.toMillis());

    /** Whether anything may be seen. */
    public boolean isGranted() {
        return millis > 0;
    }
}
