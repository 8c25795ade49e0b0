package dev.fanlight.protocol.codec.player;

import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;
import dev.fanlight.protocol.player.Welcome;

/** {@code welcome}. */
final class WelcomeCodec implements MessageCodec<Welcome> {

    @Override
    public Welcome read(Members members) throws ProtocolException {
        return new Welcome(
                members.string("camera"),
                members.string("title"),
                members.string("relay"),
                members.string("person"),
                members.string("name"),
                members.oneOf("role", ChatRole.class),
                members.string("token"),
                members.features());
    }

    @Override
    public void write(Welcome message, MemberWriter out) {
        out.text("camera", message.camera()).text("title", message.title()).text("relay", message.relay());
        out.text("person", message.person()).text("name", message.name());
        out.text("role", message.role().wireName())
                .text("token", message.token())
                .features(message.features());
    }
}
