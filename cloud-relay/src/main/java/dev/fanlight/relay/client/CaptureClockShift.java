package dev.fanlight.relay.client;

import dev.fanlight.runtime.ClockOffset;
import java.util.Optional;

/** Difference between the local clock and the clock of the capture times. Updated by one event loop, read by any thread. */
public final class CaptureClockShift {

    private final boolean isSame;
    private final ClockOffset relay = new ClockOffset(); // updating loop only
    private long agentToRelay; // updating loop only
    private volatile long micros;

    private CaptureClockShift(boolean isSame) {
        this.isSame = isSame;
    }

    /** The local clock is the capture clock. */
    public static CaptureClockShift none() {
        return new CaptureClockShift(true);
    }

    /** The clocks differ; the difference is estimated from the relay’s messages. */
    public static CaptureClockShift learned() {
        return new CaptureClockShift(false);
    }

    /** What to add to a local time, µs; 0 until the first estimate. */
    public long micros() {
        return micros;
    }

    /** The relay’s {@code clock} message: the offset from the agent’s clock to the relay’s, µs. */
    public void agentToRelay(long offset) {
        agentToRelay = offset;
        update();
    }

    /** An answer to a time request: sent, received, answered and arrived, µs, the outer two on the local clock. */
    public void relayAnswered(long t0, long t1, long t2, long t3) {
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
