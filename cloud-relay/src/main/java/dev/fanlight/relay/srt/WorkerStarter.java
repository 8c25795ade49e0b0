package dev.fanlight.relay.srt;

import java.io.IOException;

/** Starts the process. */
@FunctionalInterface
interface WorkerStarter {

    /** One more, on the thread that stays with it. */
    WorkerProcess start() throws IOException;
}
