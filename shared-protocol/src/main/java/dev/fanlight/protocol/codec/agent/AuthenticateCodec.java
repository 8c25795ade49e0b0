package dev.fanlight.protocol.codec.agent;

import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.agent.Authenticate;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;

/** {@code authenticate}. */
final class AuthenticateCodec implements MessageCodec<Authenticate> {

    @Override
    public Authenticate read(Members members) throws ProtocolException {
        return new Authenticate(
                members.string("device"),
                members.string("server_key"),
                members.string("signature"),
                members.string("agent"),
                members.features());
    }

    @Override
    public void write(Authenticate message, MemberWriter out) {
        out.text("device", message.device()).text("server_key", message.serverKey());
        out.text("signature", message.signature())
                .text("agent", message.agent())
                .features(message.features());
    }
}
