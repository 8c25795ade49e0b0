package dev.fanlight.protocol.codec.chat;

import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.chat.Badge;
import dev.fanlight.protocol.chat.Chat;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;

/** {@code chat}. */
final class ChatCodec implements MessageCodec<Chat> {

    @Override
    public Chat read(Members members) throws ProtocolException {
        return new Chat(
                ChatMembers.seq(members, "seq"),
                members.micros("time"),
                members.string("person"),
                members.string("name"),
                ChatMembers.text(members),
                members.optionalOneOf("badge", Badge.class),
                ChatMembers.replyTo(members));
    }

    @Override
    public void write(Chat message, MemberWriter out) {
        out.number("seq", message.seq()).number("time", message.time());
        out.text("person", message.person()).text("name", message.name()).text("text", message.text());
        out.text("badge", message.badge().map(Badge::wireName)).number("reply_to", message.replyTo());
    }
}
