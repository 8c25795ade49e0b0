package dev.fanlight.relay.broadcast;

import java.time.Duration;
import java.util.concurrent.Executor;

/** The event loop that serves a receiver. Equal to every other that stands for the same loop; any thread may call it. */
public interface SubscriberLoop extends Executor {

    /** Runs a task on the loop after {@code delay}, unless the loop has ended by then. */
    void after(Duration delay, Runnable task);
}
