package dev.fanlight.protocol.codec.agent;

import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.WireLimits;
import dev.fanlight.protocol.agent.Enroll;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;

/** {@code enroll}. */
final class EnrollCodec implements MessageCodec<Enroll> {

    @Override
    public Enroll read(Members members) throws ProtocolException {
        return new Enroll(
                members.string("public_key"),
                members.string("server_key"),
                members.string("signature"),
                members.string("agent"),
                members.string("host", WireLimits.MAX_HOST));
    }

    @Override
    public void write(Enroll message, MemberWriter out) {
        out.text("public_key", message.publicKey()).text("server_key", message.serverKey());
        out.text("signature", message.signature())
                .text("agent", message.agent())
                .text("host", message.host());
    }
}
