package dev.fanlight.relay.fanout;

import java.time.Duration;

/** The pace of what a viewer is given to start with: it is not to crowd the others out. Event loop only. */
final class CatchUp {

    /** Bytes that are sent at once. */
    static final int PORTION_BYTES = 64 * 1024;

    /** Time between two such portions: some 25 Mbit/s. */
    static final Duration INTERVAL = Duration.ofMillis(20);

    private final ViewerOutput output;
    private final Runnable next;
    private boolean pausing;

    /**
     * Not pausing.
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

    /** Lets the next portion wait. */
    void pause() {
        pausing = true;
        output.after(INTERVAL, () -> {
            pausing = false;
            next.run();
        });
    }
}
