package dev.fanlight.protocol.codec.json;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.Features;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.WireLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The members of one JSON object, read with their types and ranges checked. Not thread safe. */
public final class Members {

    private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9_-]{8,64}");

    private static final int MAX_STRING = 1024;

    private final Map<String, @Nullable Object> values;

    Members(Map<String, @Nullable Object> values) {
        this.values = values;
    }

    /** A whole number in a range. */
    public long longIn(String name, long min, long max) throws ProtocolException {
        if (!(values.get(name) instanceof Long value) || value < min || value > max) {
            throw wrong(name, "a whole number from " + min + " to " + max);
        }
        return value;
    }

    /** A whole number in a range. */
    public int intIn(String name, int min, int max) throws ProtocolException {
        return (int) longIn(name, min, max);
    }

    /** The id of a track, the member {@code track}. */
    public int track() throws ProtocolException {
        return intIn("track", 0, 255);
    }

    /** A time or a duration in µs, at least 0. */
    public long micros(String name) throws ProtocolException {
        return longIn(name, 0, WireLimits.MAX_TIME_MICROS);
    }

    /** An unsigned 32-bit number. */
    public long u32(String name) throws ProtocolException {
        return longIn(name, 0, WireLimits.MAX_U32);
    }

    /** A whole number in a range, if the member is there. */
    public OptionalLong optionalLongIn(String name, long min, long max) throws ProtocolException {
        return has(name) ? OptionalLong.of(longIn(name, min, max)) : OptionalLong.empty();
    }

    /** A duration in whole milliseconds, at most a day. */
    public Duration millis(String name) throws ProtocolException {
        return Duration.ofMillis(longIn(name, 0, Duration.ofDays(1).toMillis()));
    }

    /** A duration in whole milliseconds, at most a day, if the member is there. */
    public Optional<Duration> optionalMillis(String name) throws ProtocolException {
        return has(name) ? Optional.of(millis(name)) : Optional.empty();
    }

    /** A number above 0, if the member is there. */
    public Optional<Double> optionalPositive(String name, double max) throws ProtocolException {
        if (!has(name)) {
            return Optional.empty();
        }
        if (!(values.get(name) instanceof Number number) || !(number.doubleValue() > 0) || number.doubleValue() > max) {
            throw wrong(name, "a number above 0, at most " + max);
        }
        return Optional.of(number.doubleValue());
    }

    /** A number from −1 to 1; 0 if the member is not there. */
    public double fraction(String name) throws ProtocolException {
        if (!has(name)) {
            return 0;
        }
        if (!(values.get(name) instanceof Number number) || !(Math.abs(number.doubleValue()) <= 1)) {
            throw wrong(name, "a number from -1 to 1");
        }
        return number.doubleValue();
    }

    /** Whether the member is {@code true}; {@code false} if it is not there. */
    public boolean flag(String name) throws ProtocolException {
        if (has(name) && !(values.get(name) instanceof Boolean)) {
            throw wrong(name, "true or false");
        }
        return Boolean.TRUE.equals(values.get(name));
    }

    /** A string of at most 1,024 characters. */
    public String string(String name) throws ProtocolException {
        return string(name, MAX_STRING);
    }

    /** A string of bounded length. */
    public String string(String name, int maxLength) throws ProtocolException {
        if (!(values.get(name) instanceof String value) || value.length() > maxLength) {
            throw wrong(name, "a string of at most " + maxLength + " characters");
        }
        return value;
    }

    /** A string of bounded length, if the member is there. */
    public Optional<String> optionalString(String name, int maxLength) throws ProtocolException {
        return has(name) ? Optional.of(string(name, maxLength)) : Optional.empty();
    }

    /** The member {@code client_id}, by which an answer names its request: 8 to 64 of [A-Za-z0-9_-]. */
    public String clientId() throws ProtocolException {
        String id = string("client_id");
        if (!CLIENT_ID.matcher(id).matches()) {
            throw new ProtocolException(CloseReason.PROTOCOL_ERROR, "\"client_id\" must be 8 to 64 of [A-Za-z0-9_-]");
        }
        return id;
    }

    /** Bytes in base64 (RFC 4648 §4); the length is checked before they are decoded. */
    public byte[] bytes(String name, int maxLength) throws ProtocolException {
        String text = string(name, (maxLength + 2) / 3 * 4);
        try {
            byte[] decoded = Base64.getDecoder().decode(text);
            if (decoded.length <= maxLength) {
                return decoded;
            }
        } catch (IllegalArgumentException e) {
            throw wrong(name, "base64");
        }
        throw wrong(name, "base64 of at most " + maxLength + " bytes");
    }

    /** A constant by its name in lower case. */
    public <E extends Enum<E>> E oneOf(String name, Class<E> values) throws ProtocolException {
        String text = string(name);
        for (E candidate : values.getEnumConstants()) {
            if (candidate.name().toLowerCase(Locale.ROOT).equals(text)) {
                return candidate;
            }
        }
        throw wrong(name, "one of the values of the protocol");
    }

    /** A constant by its name in lower case, if the member is there. */
    public <E extends Enum<E>> Optional<E> optionalOneOf(String name, Class<E> values) throws ProtocolException {
        return has(name) ? Optional.of(oneOf(name, values)) : Optional.empty();
    }

    /** The member {@code features}, none when it is not there. */
    public Features features() throws ProtocolException {
        if (!has("features")) {
            return Features.NONE;
        }
        if (!(values.get("features") instanceof List<?> list) || list.size() > WireLimits.MAX_FEATURES) {
            throw wrong("features", "an array of at most " + WireLimits.MAX_FEATURES + " names");
        }
        List<String> names = new ArrayList<>(list.size());
        for (Object element : list) {
            if (!(element instanceof String name) || !Features.isName(name)) {
                throw wrong("features", "an array of names of 1 to 32 of [a-z0-9_.-]");
            }
            names.add(name);
        }
        return new Features(names);
    }

    /** An array of whole numbers in a range, of bounded length. */
    public List<Long> longs(String name, int maxCount, long min, long max) throws ProtocolException {
        if (!(values.get(name) instanceof List<?> list) || list.size() > maxCount) {
            throw wrong(name, "an array of at most " + maxCount + " numbers");
        }
        List<Long> numbers = new ArrayList<>(list.size());
        for (Object element : list) {
            if (!(element instanceof Long number) || number < min || number > max) {
                throw wrong(name, "an array of whole numbers from " + min + " to " + max);
            }
            numbers.add(number);
        }
        return numbers;
    }

    /** An array of strings of bounded length, none when it is not there. */
    public List<String> strings(String name, int maxCount, int maxLength) throws ProtocolException {
        if (!has(name)) {
            return List.of();
        }
        if (!(values.get(name) instanceof List<?> list) || list.size() > maxCount) {
            throw wrong(name, "an array of at most " + maxCount + " strings");
        }
        List<String> strings = new ArrayList<>(list.size());
        for (Object element : list) {
            if (!(element instanceof String text) || text.length() > maxLength) {
                throw wrong(name, "an array of strings of at most " + maxLength + " characters");
            }
            strings.add(text);
        }
        return strings;
    }

    /** An array of 1 to {@code max} objects. */
    public List<Members> objects(String name, int max) throws ProtocolException {
        return objects(name, 1, max);
    }

    /** An array of {@code min} to {@code max} objects. */
    public List<Members> objects(String name, int min, int max) throws ProtocolException {
        if (!(values.get(name) instanceof List<?> list) || list.size() < min || list.size() > max) {
            throw wrong(name, "an array of " + min + " to " + max + " objects");
        }
        List<Members> objects = new ArrayList<>(list.size());
        for (Object element : list) {
            if (!(element instanceof Map<?, ?> map)) {
                throw wrong(name, "an array of objects");
            }
            objects.add(new Members(JsonReader.asObject(map)));
        }
        return objects;
    }

    /** Whether the member is there and not null. */
    public boolean has(String name) {
        return values.get(name) != null;
    }

    private static ProtocolException wrong(String name, String expected) {
        return new ProtocolException(CloseReason.PROTOCOL_ERROR, "\"" + name + "\" must be " + expected);
    }
}
