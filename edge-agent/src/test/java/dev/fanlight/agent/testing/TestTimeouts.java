package dev.fanlight.agent.testing;

import dev.fanlight.agent.config.AgentTimeouts;
import java.time.Duration;

/** Timeouts for tests that wait until one is over. */
public final class TestTimeouts {

    /** Short for the connection; standard for what no test waits for. */
    public static final AgentTimeouts SHORT = new AgentTimeouts(
            new AgentTimeouts.Connection(millis(200), millis(500)),
            AgentTimeouts.STANDARD.pairing(),
            AgentTimeouts.STANDARD.camera(),
            AgentTimeouts.STANDARD.live(),
            AgentTimeouts.STANDARD.stop());

    private TestTimeouts() {}

    private static Duration millis(int count) {
        return Duration.ofMillis(count);
    }
}
