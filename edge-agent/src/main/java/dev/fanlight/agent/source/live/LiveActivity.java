package dev.fanlight.agent.source.live;

import dev.fanlight.agent.config.AgentTimeouts;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.Optional;

/**
 * When a live source has last sent video. Sound alone does not count: a camera that sends no more than that is not live. Thread safe.
 */
public final class LiveActivity {

    private final AgentTimeouts.Live timeouts;
    private final NanoClock clock;

    private volatile long lastNanos;
    private volatile long firstNanos;
    private volatile boolean received;

    LiveActivity(AgentTimeouts.Live timeouts, NanoClock clock) {
        this.timeouts = timeouts;
        this.clock = clock;
        this.lastNanos = clock.nanoTime();
    }

    /** A packet of video has come. */
    public void video() {
        lastNanos = clock.nanoTime();
        if (!received) {
            firstNanos = lastNanos;
            received = true;
        }
    }

    /** Whether any video has come. */
    boolean hasReceived() {
        return received;
    }

    /** What is missing for too long, as the end of a sentence. */
    Optional<String> missing(boolean delivered) {
        long now = clock.nanoTime();
        Duration limit = received ? timeouts.silence() : timeouts.connect();
        if (now - lastNanos > limit.toNanos()) {
            return Optional.of((received ? "has sent no video for " : "has not sent any video within ")
                    + limit.toSeconds() + " s");
        }
        boolean overdue =
                received && !delivered && now - firstNanos > timeouts.keyFrame().toNanos();
        return overdue
                ? Optional.of("has sent no key frame that can be used within "
                        + timeouts.keyFrame().toSeconds() + " s")
                : Optional.empty();
    }
}
