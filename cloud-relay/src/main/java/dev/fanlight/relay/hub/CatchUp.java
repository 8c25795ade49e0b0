package dev.fanlight.relay.hub;

import java.time.Duration;

/** The pace of what a viewer is given to start with: it is not to crowd the others out. Event loop only. */
final class CatchUp {

    /** Bytes that are sent at once. */
    static final int PORTION_BYTES = 64 * 1024;

    /** Time between two such portions: some 25 Mbit/s. */
    static final Duration INTERVAL = Duration.ofMillis(20);

    private final ViewerSink sink;
    private boolean pausing;

    CatchUp(ViewerSink sink) {
        this.sink = sink;
    }

    /** Whether the next portion has to wait. */
    boolean isPausing() {
        return pausing;
    }

    /** Calls {@code next} when the next portion is due. */
    void pause(Runnable next) {
        pausing = true;
        sink.after(INTERVAL, () -> {
            pausing = false;
            next.run();
        });
    }
}
