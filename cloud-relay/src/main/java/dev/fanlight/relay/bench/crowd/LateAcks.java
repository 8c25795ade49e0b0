package dev.fanlight.relay.bench.crowd;

/**
 * When a viewer acknowledges at once and not only with its next report, by the rule of the player ({@code docs/protocol.md} §3): the first
 * picture, the first after a pause, late ones, up to ten a second, and the first in time after them. Event loop only.
 */
final class LateAcks {

    private static final long EVERY_MICROS = 100_000;
    private static final long LATE_MICROS = 250_000;
    private static final long PAUSE_MICROS = 500_000;
    private static final long LONG_AGO = Long.MIN_VALUE / 2;

    private long least = Long.MAX_VALUE;
    private long lastArrived = LONG_AGO;
    private boolean wasLate;
    private boolean wanted;
    private long lastSaid = LONG_AGO;

    /** Whether the picture that came at {@code now}, so long after its capture, is to be told at once; µs. */
    boolean isUrgent(long travel, long now) {
        least = Math.min(least, travel);
        boolean isLate = travel - least > LATE_MICROS;
        wanted |= isLate || wasLate || now - lastArrived > PAUSE_MICROS;
        wasLate = isLate;
        lastArrived = now;
        if (!wanted || now - lastSaid < EVERY_MICROS) {
            return false;
        }
        lastSaid = now;
        wanted = false;
        return true;
    }
}
