package dev.fanlight.relay.admin.api;

import dev.fanlight.identity.CameraName;
import dev.fanlight.identity.RelayUrl;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The members of a request’s body, each checked where it is read. Not thread safe. */
final class Fields {

    private static final int MAX_HOST = 255;
    static final int MAX_LABEL = 100;
    private static final int MAX_NAME = 64;
    private static final Duration SHORTEST_LIFE = Duration.ofMinutes(1);

    private final JsonObject body;

    Fields(JsonObject body) {
        this.body = body;
    }

    /** Refuses a body with any other member: a mistyped one would silently count as not given. */
    void refuseAllBut(Set<String> known) {
        for (String name : body.fieldNames()) {
            if (!known.contains(name)) {
                throw unknown(name, known);
            }
        }
    }

    private static ProblemException unknown(String name, Set<String> known) {
        String shown = name.codePoints().anyMatch(Fields::isHidden) || name.length() > MAX_NAME ? "?" : name;
        String there = known.isEmpty()
                ? ": this request has no members"
                : ": there are " + String.join(", ", new TreeSet<>(known));
        return wrong(shown, "is not a member of this request" + there);
    }

    String text(String name, int maxChars) {
        return optionalText(name, maxChars).orElseThrow(() -> wrong(name, "is missing"));
    }

    Optional<String> optionalText(String name, int maxChars) {
        Object value = body.getValue(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof String text)) {
            throw wrong(name, "must be a text");
        }
        if (text.length() > maxChars) {
            throw wrong(name, "may have " + maxChars + " characters");
        }
        return Optional.of(text);
    }

    /** A text for people: one line without control characters. */
    Optional<String> optionalLine(String name, int maxChars) {
        Optional<String> text = optionalText(name, maxChars);
        if (text.isPresent() && text.get().codePoints().anyMatch(Fields::isHidden)) {
            throw wrong(name, "must be one line without control characters");
        }
        return text.map(String::strip);
    }

    /** {@code host}: where links are to lead, a name or an address, with or without a port. */
    Optional<String> optionalHost() {
        Optional<String> host = optionalText("host", MAX_HOST);
        if (host.isPresent() && !isHost(host.get())) {
            throw wrong("host", "must be a name or an address, with or without a port");
        }
        return host;
    }

    /** An IPv6 address may lack its brackets. */
    private static boolean isHost(String text) {
        return RelayUrl.isHost(text) || RelayUrl.ofAuthority(text).isPresent();
    }

    /** {@code label}: what the owner calls something. */
    Optional<String> optionalLabel() {
        return optionalLine("label", MAX_LABEL);
    }

    /** {@code expires_in_ms}: when something will end, in milliseconds since 1970; at most {@code longest} from now. */
    OptionalLong optionalEnd(Clock clock, Duration longest) {
        OptionalLong life = optionalNumber("expires_in_ms", SHORTEST_LIFE.toMillis(), longest.toMillis());
        return life.isPresent() ? OptionalLong.of(clock.millis() + life.getAsLong()) : life;
    }

    CameraName camera(String name) {
        return optionalCamera(name).orElseThrow(() -> wrong(name, "is missing"));
    }

    Optional<CameraName> optionalCamera(String name) {
        Optional<String> text = optionalText(name, 64);
        if (text.isPresent() && !CameraName.isValid(text.get())) {
            throw wrong(
                    name,
                    "may have a-z, 0-9 and hyphens, at most 32 of them, and begins and ends with a letter or digit");
        }
        return text.map(CameraName::new);
    }

    <T> Optional<T> optionalChoice(String name, Function<String, Optional<T>> reader) {
        Optional<String> text = optionalText(name, 32);
        return text.map(value -> reader.apply(value).orElseThrow(() -> wrong(name, "is none of the values there are")));
    }

    <T> T choice(String name, Function<String, Optional<T>> reader) {
        return optionalChoice(name, reader).orElseThrow(() -> wrong(name, "is missing"));
    }

    boolean flag(String name) {
        Object value = body.getValue(name);
        if (value != null && !(value instanceof Boolean)) {
            throw wrong(name, "must be true or false");
        }
        return Boolean.TRUE.equals(value);
    }

    Optional<Boolean> optionalFlag(String name) {
        return body.getValue(name) == null ? Optional.empty() : Optional.of(flag(name));
    }

    OptionalLong optionalNumber(String name, long least, long most) {
        Object value = body.getValue(name);
        if (value == null) {
            return OptionalLong.empty();
        }
        boolean whole = value instanceof Integer || value instanceof Long;
        long number = whole ? ((Number) value).longValue() : 0;
        if (!whole || number < least || number > most) {
            throw wrong(name, "must be a whole number from " + least + " to " + most);
        }
        return OptionalLong.of(number);
    }

    OptionalInt optionalInt(String name, int least, int most) {
        OptionalLong number = optionalNumber(name, least, most);
        return number.isPresent() ? OptionalInt.of((int) number.getAsLong()) : OptionalInt.empty();
    }

    int number(String name, int least, int most) {
        return optionalInt(name, least, most).orElseThrow(() -> wrong(name, "is missing"));
    }

    /** A password; what it is is not repeated in the answer. */
    String password(String name, int leastChars, int mostChars) {
        String password = optionalPassword(name, leastChars, mostChars).orElse("");
        if (password.isEmpty()) {
            throw wrong(name, "is missing");
        }
        return password;
    }

    Optional<String> optionalPassword(String name, int leastChars, int mostChars) {
        Optional<String> password = optionalText(name, mostChars);
        if (password.isPresent() && password.get().codePoints().count() < leastChars) {
            throw wrong(name, "must have at least " + leastChars + " characters");
        }
        return password;
    }

    static ProblemException wrong(String name, String what) {
        return new ProblemException(Problem.field(name, "\"" + name + "\" " + what + "."));
    }

    private static boolean isHidden(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }
}
