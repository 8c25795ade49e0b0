package dev.fanlight.protocol.codec.chat;

import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.WireLimits;
import dev.fanlight.protocol.codec.json.Members;

/** Members that several messages of the chat have in common. */
final class ChatMembers {

    private ChatMembers() {}

    static long seq(Members members, String name) throws ProtocolException {
        return members.longIn(name, 0, WireLimits.MAX_TIME_MICROS);
    }

    static String text(Members members) throws ProtocolException {
        return members.string("text", WireLimits.MAX_CONTROL_BYTES);
    }
}
