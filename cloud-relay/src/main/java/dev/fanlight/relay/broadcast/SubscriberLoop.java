package dev.fanlight.relay.broadcast;

import java.time.Duration;
import java.util.concurrent.Executor;

/** The event loop that serves a subscriber. Equal to every other object for the same loop. Thread safe. */
public interface SubscriberLoop extends Executor {

    /** Runs a task on the loop after {@code delay}, unless the loop has ended by then. */
    void after(Duration delay, Runnable task);
}
