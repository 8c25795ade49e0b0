package dev.fanlight.protocol.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.fanlight.protocol.Message;
import dev.fanlight.protocol.codec.json.MemberWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Control messages to text messages, in one canonical form (no spaces, members in the order of the document). Thread safe. */
public final class MessageEncoder {

    private static final JsonFactory FACTORY = new JsonFactory();

    private MessageEncoder() {}

    /** The text of a message. */
    public static String encode(Message message) {
        StringWriter text = new StringWriter(256);
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("type", message.type().wireName());
            MessageCodecs.write(message, new MemberWriter(json));
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
