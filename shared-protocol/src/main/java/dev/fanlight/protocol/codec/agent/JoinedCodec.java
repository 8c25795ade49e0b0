package dev.fanlight.protocol.codec.agent;

import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.agent.Joined;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;

/** {@code joined}. */
final class JoinedCodec implements MessageCodec<Joined> {

    @Override
    public Joined read(Members members) throws ProtocolException {
        return new Joined(members.string("device"), members.string("camera"));
    }

    @Override
    public void write(Joined message, MemberWriter out) {
        out.text("device", message.device()).text("camera", message.camera());
    }
}
