package dev.fanlight.agent.uplink.media;

import io.vertx.core.Context;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Wakes the event loop to send, once for all access units that come before it gets to it: its task queue stays bounded. Any
 * thread.
 */
public final class SendTrigger implements Runnable {

    private final Context context;
    private final Runnable send;
    private final AtomicBoolean scheduled = new AtomicBoolean();

    /** Runs {@code send} on the event loop of {@code context}. */
    public SendTrigger(Context context, Runnable send) {
        this.context = context;
        this.send = send;
    }

    @Override
    public void run() {
        if (!scheduled.getAndSet(true)) {
            context.runOnContext(nothing -> {
                scheduled.set(false);
                send.run();
            });
        }
    }
}
