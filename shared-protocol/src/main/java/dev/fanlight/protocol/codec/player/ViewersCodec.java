package dev.fanlight.protocol.codec.player;

import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.WireLimits;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;
import dev.fanlight.protocol.player.Viewers;

/** {@code viewers}. */
final class ViewersCodec implements MessageCodec<Viewers> {

    @Override
    public Viewers read(Members members) throws ProtocolException {
        return new Viewers(members.intIn("count", 0, WireLimits.MAX_VIEWERS));
    }

    @Override
    public void write(Viewers message, MemberWriter out) {
        out.number("count", message.count());
    }
}
