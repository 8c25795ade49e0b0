package dev.fanlight.relay.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The system’s clock, turned. Thread safe. */
public final class TurnableClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;

    public void turn(Duration to) {
        ahead = to;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
