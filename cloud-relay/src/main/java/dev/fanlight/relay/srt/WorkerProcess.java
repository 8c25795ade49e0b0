package dev.fanlight.relay.srt;

import java.io.InputStream;
import java.io.OutputStream;

/** A process that runs, as far as it is needed here. */
interface WorkerProcess {

    /** What it says. */
    InputStream events();

    /** Where it listens. */
    OutputStream commands();

    /** The last line of its errors, after {@link #awaitEnd}; may be empty. */
    String lastLine();

    /** Has it killed, and does not wait for that. Any thread. */
    void kill();

    /** Waits until it is gone that was killed, some seconds at most. Blocking, also on a thread that was interrupted. */
    void awaitEnd();
}
