package dev.fanlight.protocol.codec.agent;

import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.agent.Accepted;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;

/** {@code accepted}. */
final class AcceptedCodec implements MessageCodec<Accepted> {

    @Override
    public Accepted read(Members members) throws ProtocolException {
        return new Accepted(members.string("camera"), members.features());
    }

    @Override
    public void write(Accepted message, MemberWriter out) {
        out.text("camera", message.camera()).features(message.features());
    }
}
