package dev.fanlight.agent.log;

import dev.fanlight.cli.SecretMask;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.logging.Level;

/** Lines for people: the time of their place, the camera if there are several, the sentence. Thread safe. */
public final class TextLog implements RunLog {

    private final PrintWriter out;
    private final InstantSource clock;
    private final DateTimeFormatter time;

    /** Writes to {@code out}. */
    public TextLog(PrintWriter out, InstantSource clock, ZoneId zone) {
        this.out = out;
        this.clock = clock;
        this.time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(zone);
    }

    @Override
    public void line(Level level, String message, String camera) {
        print(mark(level) + SecretMask.text(message), camera);
    }

    @Override
    public void address(String message, String camera) {
        print(message, camera);
    }

    private void print(String text, String camera) {
        String prefix = camera.isEmpty() ? "" : "[" + camera + "] ";
        out.println(time.format(clock.instant()) + " " + prefix + text);
        out.flush();
    }

    private static String mark(Level level) {
        if (level.equals(Level.SEVERE)) {
            return "✗ ";
        }
        return level.equals(Level.WARNING) ? "! " : "";
    }
}
