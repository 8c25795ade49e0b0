package dev.fanlight.relay.bench.crowd;

/**
 * What a viewer has to say when, in turns of a second as the player does it (docs/protocol.md §3): it asks for the time every 2 s until it
 * has four answers, then every 10 s, and it acknowledges every 5 s and with each question. What is due is said when a picture has just come:
 * then the acknowledgement is as young as the relay takes it for. Event loop only.
 */
final class Talk {

    /** How often a {@link #turn()} comes. */
    static final long TURN_MILLIS = 1_000;

    private static final int FIRST_TURNS = 8;
    private static final int TURNS_PER_FIRST_QUESTION = 2;
    private static final int TURNS_PER_QUESTION = 10;
    private static final int TURNS_PER_ACK = 5;

    private int turns;
    private boolean asks;
    private boolean acknowledges;

    /** A second has gone by. */
    void turn() {
        int turn = turns++;
        asks |= turn % (turn < FIRST_TURNS ? TURNS_PER_FIRST_QUESTION : TURNS_PER_QUESTION) == 0;
        acknowledges |= asks || turn % TURNS_PER_ACK == 0;
    }

    /** Whether there is something to say. */
    boolean isDue() {
        return acknowledges;
    }

    /** Whether a question is part of it. */
    boolean asks() {
        return asks;
    }

    /** It was said. */
    void said() {
        asks = false;
        acknowledges = false;
    }
}
