package dev.fanlight.protocol.codec.chat;

import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.WireLimits;
import dev.fanlight.protocol.codec.json.Members;
import java.util.Optional;
import java.util.OptionalLong;

/** Members that several messages of the chat have in common. */
final class ChatMembers {

    private ChatMembers() {}

    static long seq(Members members, String name) throws ProtocolException {
        return members.longIn(name, 0, WireLimits.MAX_TIME_MICROS);
    }

    static OptionalLong replyTo(Members members) throws ProtocolException {
        return members.optionalLongIn("reply_to", 1, WireLimits.MAX_TIME_MICROS);
    }

    static Optional<String> note(Members members) throws ProtocolException {
        return members.optionalString("note", WireLimits.MAX_CHAT_BYTES);
    }

    static String text(Members members) throws ProtocolException {
        return members.string("text", WireLimits.MAX_CONTROL_BYTES);
    }
}
