package dev.fanlight.protocol.codec.chat;

import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.chat.ChatRefused;
import dev.fanlight.protocol.chat.Refusal;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;

/** {@code chat_refused}. */
final class ChatRefusedCodec implements MessageCodec<ChatRefused> {

    @Override
    public ChatRefused read(Members members) throws ProtocolException {
        return new ChatRefused(
                members.clientId(), members.oneOf("reason", Refusal.class), members.optionalMillis("retry_after_ms"));
    }

    @Override
    public void write(ChatRefused message, MemberWriter out) {
        out.text("client_id", message.clientId())
                .text("reason", message.reason().wireName())
                .millis(message.retryAfter());
    }
}
