package dev.fanlight.agent.log;

import dev.fanlight.protocol.codec.json.JsonText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.logging.Level;

/**
 * One line of a log as JSON: {@code time} (UTC), {@code level}, {@code logger}, {@code message}, and {@code camera} if it is about one.
 * Stateless.
 */
final class JsonLine {

    private JsonLine() {}

    static String of(Instant time, Level level, String logger, String message, String camera) {
        return JsonText.object(out -> out.text(
                        "time", time.truncatedTo(ChronoUnit.MILLIS).toString())
                .text("level", RunLog.word(level))
                .text("logger", logger)
                .text("message", message)
                .text("camera", Optional.of(camera).filter(name -> !name.isEmpty())));
    }
}
