package dev.fanlight.protocol.codec.chat;

import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.chat.ChatAccepted;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;

/** {@code chat_accepted}. */
final class ChatAcceptedCodec implements MessageCodec<ChatAccepted> {

    @Override
    public ChatAccepted read(Members members) throws ProtocolException {
        return new ChatAccepted(members.clientId(), ChatMembers.seq(members, "seq"));
    }

    @Override
    public void write(ChatAccepted message, MemberWriter out) {
        out.text("client_id", message.clientId()).number("seq", message.seq());
    }
}
