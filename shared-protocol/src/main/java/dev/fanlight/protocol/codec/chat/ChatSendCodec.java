package dev.fanlight.protocol.codec.chat;

import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.chat.ChatSend;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;

/** {@code chat_send}. */
final class ChatSendCodec implements MessageCodec<ChatSend> {

    @Override
    public ChatSend read(Members members) throws ProtocolException {
        return new ChatSend(members.clientId(), ChatMembers.text(members), ChatMembers.replyTo(members));
    }

    @Override
    public void write(ChatSend message, MemberWriter out) {
        out.text("client_id", message.clientId()).text("text", message.text()).number("reply_to", message.replyTo());
    }
}
