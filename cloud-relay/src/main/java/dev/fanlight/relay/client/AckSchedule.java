package dev.fanlight.relay.client;

/**
 * When a viewer reports to the relay, by the player’s rules ({@code docs/protocol.md} §3), in turns of a second. It requests the time every
 * 2 s for four answers, then every 10 s; it acknowledges every 5 s and with each time request. It acknowledges without waiting for a turn:
 * the first unit, the first after a pause, late units (at most ten times a second), and the first in time after late ones. A report that is
 * due waits for the next unit, because the relay takes the arrival of an acknowledgement for the arrival of the unit. All times in µs of
 * one clock; capture times may be off by a constant. Event loop only.
 */
public final class AckSchedule {

    /** Time between two turns, ms. */
    public static final long TURN_MILLIS = 1_000;

    private static final int FIRST_TURNS = 8;
    private static final int TURNS_PER_FIRST_TIME_REQUEST = 2;
    private static final int TURNS_PER_TIME_REQUEST = 10;
    private static final int TURNS_PER_ACK = 5;

    private static final long URGENT_EVERY = 100_000;
    private static final long LATE = 250_000;
    private static final long PAUSE = 500_000;
    private static final long LONG_AGO = Long.MIN_VALUE / 2;

    private final boolean waitsForUnit;
    private int turns;
    private boolean isTimeRequestDue;
    private boolean due;
    private boolean urgent;
    private boolean wasLate;
    private long shortestDelay = Long.MAX_VALUE;
    private long lastUnit = LONG_AGO;
    private long lastAcknowledged = LONG_AGO;

    private AckSchedule(boolean waitsForUnit) {
        this.waitsForUnit = waitsForUnit;
    }

    /** The schedule of a player. */
    public static AckSchedule ofPlayer() {
        return new AckSchedule(true);
    }

    /**
     * The schedule of a viewer whose time requests set a clock. They do not wait for a unit: the relay would still be delivering that unit
     * to other viewers and answer late.
     */
    public static AckSchedule ofClockReference() {
        return new AckSchedule(false);
    }

    /** A second has passed; true if a report is to be sent now. */
    boolean turn(long now) {
        int turn = turns++;
        isTimeRequestDue |= turn % (turn < FIRST_TURNS ? TURNS_PER_FIRST_TIME_REQUEST : TURNS_PER_TIME_REQUEST) == 0;
        due |= isTimeRequestDue || turn % TURNS_PER_ACK == 0;
        return due && (!waitsForUnit || now - lastUnit > PAUSE);
    }

    /** A unit has arrived; true if a report is to be sent now. */
    boolean unitArrived(long capture, long now) {
        long delay = now - capture;
        shortestDelay = Math.min(shortestDelay, delay);
        boolean isLate = delay - shortestDelay > LATE;
        urgent |= isLate || wasLate || now - lastUnit > PAUSE;
        wasLate = isLate;
        lastUnit = now;
        return due || (urgent && now - lastAcknowledged >= URGENT_EVERY);
    }

    /** Whether the report contains a time request. */
    boolean isTimeRequestDue() {
        return isTimeRequestDue;
    }

    /** The report was sent, with a time request if one was due. */
    void reported() {
        isTimeRequestDue = false;
        due = false;
    }

    /** The newest unit was acknowledged. */
    void acknowledged(long now) {
        due = false;
        urgent = false;
        lastAcknowledged = now;
    }
}
