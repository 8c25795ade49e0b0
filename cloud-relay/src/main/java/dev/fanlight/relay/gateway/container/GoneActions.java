package dev.fanlight.relay.gateway.container;

import java.util.ArrayList;
import java.util.List;

/** What is done once when a connection has closed, also for who asks after that. Event loop only. */
final class GoneActions {

    private final List<Runnable> waiting = new ArrayList<>(2);
    private boolean gone;

    void add(Runnable action) {
        if (gone) {
            action.run();
        } else {
            waiting.add(action);
        }
    }

    /** The connection has closed. */
    void run() {
        gone = true;
        List<Runnable> all = List.copyOf(waiting);
        waiting.clear();
        all.forEach(Runnable::run);
    }
}
