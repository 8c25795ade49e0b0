package dev.fanlight.protocol.codec.chat;

import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.chat.ChatLinks;
import dev.fanlight.protocol.chat.ChatMode;
import dev.fanlight.protocol.chat.ModerationAct;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;

/** {@code chat_mode}. */
final class ChatModeCodec implements MessageCodec<ChatMode> {

    @Override
    public ChatMode read(Members members) throws ProtocolException {
        return new ChatMode(
                members.intIn("slow_seconds", 0, (int) ModerationAct.MAX_SLOW.toSeconds()),
                members.oneOf("links", ChatLinks.class),
                ChatMembers.note(members));
    }

    @Override
    public void write(ChatMode message, MemberWriter out) {
        out.number("slow_seconds", message.slowSeconds())
                .text("links", message.links().wireName())
                .text("note", message.note());
    }
}
