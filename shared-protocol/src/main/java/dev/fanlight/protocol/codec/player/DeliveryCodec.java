package dev.fanlight.protocol.codec.player;

import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;
import dev.fanlight.protocol.player.Delivery;
import dev.fanlight.protocol.player.DeliveryMode;

/** {@code delivery}. */
final class DeliveryCodec implements MessageCodec<Delivery> {

    @Override
    public Delivery read(Members members) throws ProtocolException {
        return new Delivery(members.oneOf("mode", DeliveryMode.class));
    }

    @Override
    public void write(Delivery message, MemberWriter out) {
        out.text("mode", message.mode().wireName());
    }
}
