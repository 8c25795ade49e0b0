package dev.fanlight.protocol.codec.chat;

import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.WireLimits;
import dev.fanlight.protocol.chat.ChatSilenced;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;

/** {@code chat_silenced}. */
final class ChatSilencedCodec implements MessageCodec<ChatSilenced> {

    @Override
    public ChatSilenced read(Members members) throws ProtocolException {
        return new ChatSilenced(members.optionalLongIn("until", 0, WireLimits.MAX_TIME_MICROS));
    }

    @Override
    public void write(ChatSilenced message, MemberWriter out) {
        out.number("until", message.until());
    }
}
