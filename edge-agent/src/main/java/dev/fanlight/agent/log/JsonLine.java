package dev.fanlight.agent.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.logging.Level;

/** One line of a log as JSON: {@code time} (UTC), {@code level}, {@code logger}, {@code message}, and {@code camera} if it is about one. Stateless. */
final class JsonLine {

    private JsonLine() {}

    static String of(Instant time, Level level, String logger, String message, String camera) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("time", time.truncatedTo(ChronoUnit.MILLIS).toString());
            json.writeStringField("level", RunLog.word(level));
            json.writeStringField("logger", logger);
            json.writeStringField("message", message);
            if (!camera.isEmpty()) {
                json.writeStringField("camera", camera);
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
