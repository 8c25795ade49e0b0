package dev.fanlight.agent.log;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.logging.Level;

/** Lines for programs. Thread safe. */
public final class JsonLog implements RunLog {

    private static final String LOGGER = "dev.fanlight.agent";

    private final PrintWriter out;
    private final InstantSource clock;

    /** Writes to {@code out}. */
    public JsonLog(PrintWriter out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public void line(Level level, String message, String camera) {
        out.println(JsonLine.of(clock.instant(), level, LOGGER, message, camera));
        out.flush();
    }
}
