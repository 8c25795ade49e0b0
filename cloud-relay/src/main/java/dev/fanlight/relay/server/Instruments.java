package dev.fanlight.relay.server;

import dev.fanlight.identity.Secrets;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import java.security.SecureRandom;

/**
 * Clocks, randomness and records of what happens, which all parts of a relay share. Thread safe.
 *
 * @param clock measures durations
 * @param wallClock the clock of timestamps
 * @param random randomness for keys and jitter
 * @param counters what is counted
 * @param errors where failures are reported
 */
record Instruments(
        NanoClock clock, MediaClock wallClock, SecureRandom random, RelayCounters counters, ErrorLog errors) {

    static Instruments ofSystem() {
        return new Instruments(
                NanoClock.SYSTEM,
                MediaClock.system(),
                new SecureRandom(),
                new RelayCounters(),
                new ErrorLog(NanoClock.SYSTEM));
    }

    Secrets secrets() {
        return new Secrets(random);
    }
}
