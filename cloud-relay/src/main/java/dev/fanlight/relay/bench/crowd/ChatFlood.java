package dev.fanlight.relay.bench.crowd;

/**
 * When a viewer says what, by the rules of the player ({@code docs/protocol.md} §3), in turns of a second. It asks for the time every 2 s
 * until it has four answers, then every 10 s, and acknowledges every 5 s and with each question. At once it acknowledges the first picture,
 * the first after a pause, late ones, up to ten a second, and the first in time after them. What is due waits for the next picture, because
 * the relay takes the moment an acknowledgement comes for the moment the picture came. Times in µs of one clock, but for captures, whose
 * clock may be off by what stays the same. Event loop only.
 */
final class ChatFlood {

    /** How often a {@link #turn} comes. */
    static final long TURN_MILLIS = 1_000;

    private static final int FIRST_TURNS = 8;
    private static final int TURNS_PER_FIRST_QUESTION = 2;
    private static final int TURNS_PER_QUESTION = 10;
    private static final int TURNS_PER_ACK = 5;

    private static final long URGENT_EVERY = 100_000;
    private static final long LATE = 250_000;
    private static final long PAUSE = 500_000;
    private static final long LONG_AGO = Long.MIN_VALUE / 2;

    private final boolean waits;
    private int turns;
    private boolean asks;
    private boolean due;
    private boolean urgent;
    private boolean wasLate;
    private long leastTravel = Long.MAX_VALUE;
    private long lastPicture = LONG_AGO;
    private long lastAcknowledged = LONG_AGO;

    private ChatFlood(boolean waits) {
        this.waits = waits;
    }

    /** Of a player. */
    static ChatFlood ofPlayer() {
        return new ChatFlood(true);
    }

    /**
     * Of one whose answers set a clock: it asks when it is time to, for with a picture it would ask while the relay is still handing that
     * out, and the answer would be late.
     */
    static ChatFlood ofClockSetter() {
        return new ChatFlood(false);
    }

    /** A second has gone by; says whether it is time to speak. */
    boolean turn(long now) {
        int turn = turns++;
        asks |= turn % (turn < FIRST_TURNS ? TURNS_PER_FIRST_QUESTION : TURNS_PER_QUESTION) == 0;
        due |= asks || turn % TURNS_PER_ACK == 0;
        return due && (!waits || now - lastPicture > PAUSE);
    }

    /** A picture has come; says whether it is time to speak. */
    boolean picture(long capture, long now) {
        long travel = now - capture;
        leastTravel = Math.min(leastTravel, travel);
        boolean isLate = travel - leastTravel > LATE;
        urgent |= isLate || wasLate || now - lastPicture > PAUSE;
        wasLate = isLate;
        lastPicture = now;
        return due || (urgent && now - lastAcknowledged >= URGENT_EVERY);
    }

    /** Whether a question for the time is part of what there is to say now. */
    boolean asks() {
        return asks;
    }

    /** The question was asked, if there was one. */
    void asked() {
        asks = false;
        due = false;
    }

    /** The newest picture was acknowledged. */
    void acknowledged(long now) {
        due = false;
        urgent = false;
        lastAcknowledged = now;
    }
}
