package dev.fanlight.protocol.codec.player;

import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.WireLimits;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;
import dev.fanlight.protocol.player.Watch;

/** {@code watch}. */
final class WatchCodec implements MessageCodec<Watch> {

    @Override
    public Watch read(Members members) throws ProtocolException {
        return new Watch(
                members.string("camera"),
                members.optionalString("key", 1024),
                members.optionalString("person", 1024),
                members.optionalLongIn("chat_since", 0, WireLimits.MAX_TIME_MICROS),
                members.features());
    }

    @Override
    public void write(Watch message, MemberWriter out) {
        out.text("camera", message.camera()).text("key", message.key()).text("person", message.person());
        out.number("chat_since", message.chatSince()).features(message.features());
    }
}
