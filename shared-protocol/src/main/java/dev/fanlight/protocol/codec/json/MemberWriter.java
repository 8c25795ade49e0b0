package dev.fanlight.protocol.codec.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.fanlight.protocol.Features;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Writes members into the JSON object that is open; empty optional values are omitted. Not thread safe. */
public final class MemberWriter {

    private final JsonGenerator json;

    /** Writes into the object that is open in {@code json}. */
    public MemberWriter(JsonGenerator json) {
        this.json = json;
    }

    public MemberWriter number(String name, long value) {
        return write(() -> json.writeNumberField(name, value));
    }

    public MemberWriter number(String name, double value) {
        return write(() -> json.writeNumberField(name, value));
    }

    public MemberWriter number(String name, OptionalLong value) {
        value.ifPresent(present -> number(name, present));
        return this;
    }

    public MemberWriter text(String name, String value) {
        return write(() -> json.writeStringField(name, value));
    }

    public MemberWriter text(String name, Optional<String> value) {
        value.ifPresent(present -> text(name, present));
        return this;
    }

    /** Writes {@code true}, or nothing. */
    public MemberWriter flag(String name, boolean value) {
        return value ? write(() -> json.writeBooleanField(name, true)) : this;
    }

    public MemberWriter truth(String name, boolean value) {
        return write(() -> json.writeBooleanField(name, value));
    }

    public MemberWriter truths(String name, List<Boolean> values) {
        write(() -> json.writeArrayFieldStart(name));
        for (boolean value : values) {
            write(() -> json.writeBoolean(value));
        }
        return write(json::writeEndArray);
    }

    /** Writes an object; {@code members} writes its members with this writer. */
    public MemberWriter object(String name, Runnable members) {
        write(() -> json.writeObjectFieldStart(name));
        members.run();
        return write(json::writeEndObject);
    }

    /** Writes bytes in base64 (RFC 4648 §4). */
    public MemberWriter bytes(String name, byte[] value) {
        return text(name, Base64.getEncoder().encodeToString(value));
    }

    /** Writes {@code retry_after_ms}. */
    public MemberWriter millis(Optional<Duration> value) {
        value.ifPresent(present -> number("retry_after_ms", present.toMillis()));
        return this;
    }

    public MemberWriter numbers(String name, List<Integer> values) {
        write(() -> json.writeArrayFieldStart(name));
        for (int value : values) {
            write(() -> json.writeNumber(value));
        }
        return write(json::writeEndArray);
    }

    /** Writes {@code features}, unless there are none. */
    public MemberWriter features(Features features) {
        return strings("features", features.names());
    }

    /** Writes an array of strings, unless it is empty. */
    public MemberWriter strings(String name, List<String> values) {
        if (values.isEmpty()) {
            return this;
        }
        write(() -> json.writeArrayFieldStart(name));
        for (String value : values) {
            write(() -> json.writeString(value));
        }
        return write(json::writeEndArray);
    }

    /** Writes an array of objects; {@code members} writes the members of one element with this writer. */
    public <T> MemberWriter objects(String name, List<T> elements, Consumer<T> members) {
        write(() -> json.writeArrayFieldStart(name));
        for (T element : elements) {
            write(json::writeStartObject);
            members.accept(element);
            write(json::writeEndObject);
        }
        return write(json::writeEndArray);
    }

    private MemberWriter write(JsonStep step) {
        try {
            step.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface JsonStep {
        void run() throws IOException;
    }
}
