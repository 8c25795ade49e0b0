package dev.fanlight.protocol.codec;

import dev.fanlight.protocol.Message;
import dev.fanlight.protocol.codec.json.JsonText;

/** Control messages to text messages, in one canonical form (no spaces, members in the order of the document). Thread safe. */
public final class MessageEncoder {

    private MessageEncoder() {}

    /** The text of a message. */
    public static String encode(Message message) {
        return JsonText.object(out -> {
            out.text("type", message.type().wireName());
            MessageCodecs.write(message, out);
        });
    }
}
