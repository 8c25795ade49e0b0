package dev.fanlight.protocol.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Writes members into the JSON object that is open; those that are empty are left out. Not thread safe. */
final class MemberWriter {

    private final JsonGenerator json;

    MemberWriter(JsonGenerator json) {
        this.json = json;
    }

    MemberWriter number(String name, long value) {
        return write(() -> json.writeNumberField(name, value));
    }

    MemberWriter number(String name, double value) {
        return write(() -> json.writeNumberField(name, value));
    }

    MemberWriter number(String name, OptionalLong value) {
        value.ifPresent(present -> number(name, present));
        return this;
    }

    MemberWriter text(String name, String value) {
        return write(() -> json.writeStringField(name, value));
    }

    MemberWriter text(String name, Optional<String> value) {
        value.ifPresent(present -> text(name, present));
        return this;
    }

    MemberWriter bytes(String name, byte[] value) {
        return text(name, Base64.getEncoder().encodeToString(value));
    }

    MemberWriter millis(Optional<Duration> value) {
        value.ifPresent(present -> number("retry_after_ms", present.toMillis()));
        return this;
    }

    MemberWriter numbers(String name, List<Integer> values) {
        write(() -> json.writeArrayFieldStart(name));
        for (int value : values) {
            write(() -> json.writeNumber(value));
        }
        return write(json::writeEndArray);
    }

    <T> MemberWriter objects(String name, List<T> elements, Consumer<T> members) {
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
