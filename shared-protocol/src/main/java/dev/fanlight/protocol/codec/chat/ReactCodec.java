package dev.fanlight.protocol.codec.chat;

import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.WireLimits;
import dev.fanlight.protocol.chat.React;
import dev.fanlight.protocol.chat.Reaction;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;

/** {@code react}. */
final class ReactCodec implements MessageCodec<React> {

    @Override
    public React read(Members members) throws ProtocolException {
        return new React(
                members.longIn("seq", 1, WireLimits.MAX_TIME_MICROS),
                members.oneOf("reaction", Reaction.class),
                members.flag("on"));
    }

    @Override
    public void write(React message, MemberWriter out) {
        out.number("seq", message.seq())
                .text("reaction", message.reaction().wireName())
                .flag("on", message.on());
    }
}
