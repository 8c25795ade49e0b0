package dev.fanlight.protocol.codec.chat;

import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.chat.ChatRemoved;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;

/** {@code chat_removed}. */
final class ChatRemovedCodec implements MessageCodec<ChatRemoved> {

    @Override
    public ChatRemoved read(Members members) throws ProtocolException {
        return new ChatRemoved(ChatMembers.seq(members, "seq"));
    }

    @Override
    public void write(ChatRemoved message, MemberWriter out) {
        out.number("seq", message.seq());
    }
}
