package dev.fanlight.agent.log;

import dev.fanlight.cli.SecretMask;
import dev.fanlight.log.JsonLine;
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
        print(level, SecretMask.text(message), camera);
    }

    @Override
    public void address(String message, String camera) {
        print(Level.INFO, message, camera);
    }

    private void print(Level level, String text, String camera) {
        out.println(JsonLine.of(clock.instant(), level, LOGGER, text, camera));
        out.flush();
    }
}
