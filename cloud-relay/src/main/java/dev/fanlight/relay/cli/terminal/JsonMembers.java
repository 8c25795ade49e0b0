package dev.fanlight.relay.cli.terminal;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Formats members of API responses for a terminal. Stateless, thread safe. */
public final class JsonMembers {

    private static final String NONE = "-";

    private JsonMembers() {}

    /** The member as text, or a hyphen. */
    public static String text(JsonObject json, String name) {
        return Optional.ofNullable(json.getValue(name))
                .map(Object::toString)
                .filter(text -> !text.isEmpty())
                .orElse(NONE);
    }

    /** A time as UTC to the second, or a hyphen. */
    public static String time(JsonObject json, String name) {
        return Optional.ofNullable(json.getLong(name))
                .map(millis -> Instant.ofEpochMilli(millis)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString())
                .orElse(NONE);
    }

    /** The elements of an array of strings. */
    public static List<String> texts(JsonObject json, String name) {
        return json.getJsonArray(name, new JsonArray()).stream()
                .map(String::valueOf)
                .toList();
    }
}
