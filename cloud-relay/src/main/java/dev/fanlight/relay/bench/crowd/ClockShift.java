package dev.fanlight.relay.bench.crowd;

import dev.fanlight.runtime.ClockOffset;
import java.util.Optional;

/** What has to be added to our clock to have it on the clock that stamps the pictures. One loop learns, any thread reads. */
public final class ClockShift {

    private final boolean isSame;
    private final ClockOffset relay = new ClockOffset(); // the learning loop only
    private long agentToRelay; // the learning loop only
    private volatile long micros;

    private ClockShift(boolean isSame) {
        this.isSame = isSame;
    }

    /** One clock stamps the pictures and looks at them. */
    public static ClockShift none() {
        return new ClockShift(true);
    }

    /** The clocks are different, and what the relay tells of them is learned. */
    public static ClockShift learned() {
        return new ClockShift(false);
    }

    /** What to add, µs. */
    long micros() {
        return micros;
    }

    void agentToRelay(long offset) {
        agentToRelay = offset;
        update();
    }

    void relayAnswered(long t0, long t1, long t2, long t3) {
        relay.add(t0, t1, t2, t3);
        update();
    }

    private void update() {
        Optional<ClockOffset.Sample> best = relay.best();
        if (!isSame && best.isPresent()) {
            micros = best.get().offsetMicros() - agentToRelay;
        }
    }
}
