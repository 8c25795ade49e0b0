package dev.fanlight.protocol.codec.chat;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.WireLimits;
import dev.fanlight.protocol.codec.json.Members;
import java.util.regex.Pattern;

/** Members that several messages of the chat have in common. */
final class ChatMembers {

    private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9_-]{8,64}");

    private ChatMembers() {}

    static long seq(Members members, String name) throws ProtocolException {
        return members.longIn(name, 0, WireLimits.MAX_TIME_MICROS);
    }

    static String text(Members members) throws ProtocolException {
        return members.string("text", WireLimits.MAX_CONTROL_BYTES);
    }

    static String clientId(Members members) throws ProtocolException {
        String id = members.string("client_id");
        if (!CLIENT_ID.matcher(id).matches()) {
            throw new ProtocolException(CloseReason.PROTOCOL_ERROR, "\"client_id\" must be 8 to 64 of [A-Za-z0-9_-]");
        }
        return id;
    }
}
