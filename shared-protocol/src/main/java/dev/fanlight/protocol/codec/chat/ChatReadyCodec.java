package dev.fanlight.protocol.codec.chat;

import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.chat.ChatReady;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;

/** {@code chat_ready}. */
final class ChatReadyCodec implements MessageCodec<ChatReady> {

    @Override
    public ChatReady read(Members members) throws ProtocolException {
        return new ChatReady(ChatMembers.seq(members, "last"), ChatMembers.seq(members, "gap"));
    }

    @Override
    public void write(ChatReady message, MemberWriter out) {
        out.number("last", message.last()).number("gap", message.gap());
    }
}
