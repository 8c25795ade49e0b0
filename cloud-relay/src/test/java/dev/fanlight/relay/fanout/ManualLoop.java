package dev.fanlight.relay.fanout;

import dev.fanlight.relay.broadcast.SubscriberLoop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** An event loop whose tasks run when the test calls for them. */
final class ManualLoop implements SubscriberLoop {

    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final Deque<Runnable> later = new ArrayDeque<>();

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    @Override
    public void after(Duration delay, Runnable task) {
        later.add(task);
    }

    void turn(int count) {
        for (int i = 0; i < count && !tasks.isEmpty(); i++) {
            tasks.remove().run();
        }
    }

    /** Everything that was put off is due. */
    void timersDue() {
        for (int due = later.size(); due > 0; due--) {
            later.remove().run();
        }
    }
}
