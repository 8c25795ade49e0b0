package dev.fanlight.protocol.codec;

import dev.fanlight.protocol.Ack;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;

/** {@code ack}. */
final class AckCodec implements MessageCodec<Ack> {

    @Override
    public Ack read(Members members) throws ProtocolException {
        return new Ack(members.track(), members.u32("sequence"));
    }

    @Override
    public void write(Ack message, MemberWriter out) {
        out.number("track", message.track()).number("sequence", message.sequence());
    }
}
