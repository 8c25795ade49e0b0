package dev.fanlight.relay.testing;

import dev.fanlight.relay.config.RelayTimeouts;
import java.time.Duration;

/** Timeouts for tests that wait until one is over. */
public final class TestTimeouts {

    /** A fifth of the standard ones, but for those that no test waits for: long enough for a busy machine. */
    public static final RelayTimeouts SHORT = new RelayTimeouts(
            new RelayTimeouts.Connections(
                    millis(1_000),
                    millis(2_000),
                    RelayTimeouts.STANDARD.connections().answer(),
                    RelayTimeouts.STANDARD.connections().idle(),
                    millis(500)),
            new RelayTimeouts.Agents(millis(1_000), millis(2_000), millis(400), millis(2_000)),
            new RelayTimeouts.Viewers(millis(1_000), millis(3_000), millis(2_000), millis(2_400)),
            RelayTimeouts.STANDARD.stop());

    /** The standard ones, but for readers that take nothing: the agent and other viewers must stay on a busy machine. */
    public static final RelayTimeouts SOON_STUCK = new RelayTimeouts(
            RelayTimeouts.STANDARD.connections(),
            RelayTimeouts.STANDARD.agents(),
            new RelayTimeouts.Viewers(
                    RelayTimeouts.STANDARD.viewers().watch(),
                    RelayTimeouts.STANDARD.viewers().silence(),
                    millis(3_000),
                    RelayTimeouts.STANDARD.viewers().unacknowledged()),
            RelayTimeouts.STANDARD.stop());

    private TestTimeouts() {}

    private static Duration millis(int count) {
        return Duration.ofMillis(count);
    }
}
