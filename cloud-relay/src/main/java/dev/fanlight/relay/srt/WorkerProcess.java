package dev.fanlight.relay.srt;

import java.io.InputStream;
import java.io.OutputStream;

/** A process that runs, as far as it is needed here. */
interface WorkerProcess {

    /** What it says. */
    InputStream events();

    /** Where it listens. */
    OutputStream commands();

    /** The last line of its errors; may be empty. */
    String lastLine();

    /** Ends it at once, and waits until it is gone. */
    void kill();
}
