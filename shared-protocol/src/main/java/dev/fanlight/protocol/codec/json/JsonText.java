package dev.fanlight.protocol.codec.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Writes JSON that is small enough to be kept as one text. Thread safe. */
public final class JsonText {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int USUAL_LENGTH = 256;

    private JsonText() {}

    /** Writes one value. */
    public interface Content {

        /** Writes it, and nothing after it. */
        void write(JsonGenerator json) throws IOException;
    }

    /** The text of one value. */
    public static String of(Content content) {
        StringWriter text = new StringWriter(USUAL_LENGTH);
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            content.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** The text of one object. */
    public static String object(Consumer<MemberWriter> members) {
        return of(json -> {
            json.writeStartObject();
            members.accept(new MemberWriter(json));
            json.writeEndObject();
        });
    }

    /** The text of one object in lines, for people to read. */
    public static String pretty(Consumer<MemberWriter> members) {
        return of(json -> {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            members.accept(new MemberWriter(json));
            json.writeEndObject();
        });
    }
}
