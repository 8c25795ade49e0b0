package dev.fanlight.relay.srt.worker;

import dev.fanlight.relay.srt.wire.WorkerEvent;
import java.io.IOException;
import java.io.OutputStream;

/** Where the process says what happens. Thread safe; waits while the relay does not read. */
final class EventOutput {

    private final OutputStream out;
    private final Runnable onBroken;

    /** Writes to {@code out}; {@code onBroken} is called when the relay is gone. */
    EventOutput(OutputStream out, Runnable onBroken) {
        this.out = out;
        this.onBroken = onBroken;
    }

    synchronized void say(WorkerEvent event) {
        try {
            out.write(event.message());
            out.flush();
        } catch (IOException e) {
            onBroken.run();
        }
    }
}
