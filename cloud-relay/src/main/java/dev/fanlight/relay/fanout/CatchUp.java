package dev.fanlight.relay.fanout;

import java.time.Duration;

/** Paces the cached frames that a late joiner starts with, so that they do not delay other viewers. Event loop only. */
final class CatchUp {

    /** Bytes sent without a pause. */
    static final int PORTION_BYTES = 64 * 1024;

    /** Time between two portions: about 25 Mbit/s. */
    static final Duration INTERVAL = Duration.ofMillis(20);

    private final ViewerOutput output;
    private final Runnable next;
    private boolean pausing;

    /**
     * Begins without a pause.
     *
     * @param next called when the next portion is due
     */
    CatchUp(ViewerOutput output, Runnable next) {
        this.output = output;
        this.next = next;
    }

    /** Whether the next portion has to wait. */
    boolean isPausing() {
        return pausing;
    }

    /** Delays the next portion by {@link #INTERVAL}. */
    void pause() {
        pausing = true;
        output.after(INTERVAL, () -> {
            pausing = false;
            next.run();
        });
    }
}
