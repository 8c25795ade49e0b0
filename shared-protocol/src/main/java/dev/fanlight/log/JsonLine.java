package dev.fanlight.log;

import dev.fanlight.protocol.codec.json.JsonText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;

/**
 * One line of a log as JSON: {@code time} (UTC), {@code level}, {@code logger}, {@code message}, and {@code camera} or {@code request} if it is about one.
 * Stateless.
 */
public final class JsonLine {

    /** What a line is about when it is about no camera in particular. */
    public static final String NO_CAMERA = "";

    private JsonLine() {}

    /**
     * The line, without an end.
     *
     * @param message as it is: secrets are masked by then
     * @param camera which camera it is about, or {@link #NO_CAMERA}
     */
    public static String of(Instant time, Level level, String logger, String message, String camera) {
        return JsonText.object(out -> out.text(
                        "time", time.truncatedTo(ChronoUnit.MILLIS).toString())
                .text("level", word(level))
                .text("logger", logger)
                .text("message", message)
                .text("camera", Optional.of(camera).filter(name -> !name.isEmpty())));
    }

    /** As {@link #of(Instant, Level, String, String, String)}, for a line that is about the request with this id, or about none. */
    public static String of(Instant time, Level level, String logger, String message, Optional<String> request) {
        return JsonText.object(
                out -> out.text("time", time.truncatedTo(ChronoUnit.MILLIS).toString())
                        .text("level", word(level))
                        .text("logger", logger)
                        .text("message", message)
                        .text("request", request));
    }

    private static String word(Level level) {
        if (level.intValue() >= Level.SEVERE.intValue()) {
            return "error";
        }
        return level.equals(Level.WARNING) ? "warning" : level.getName().toLowerCase(Locale.ROOT);
    }
}
