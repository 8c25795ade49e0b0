package dev.fanlight.protocol.codec.agent;

import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.agent.Join;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;

/** {@code join}. */
final class JoinCodec implements MessageCodec<Join> {

    @Override
    public Join read(Members members) throws ProtocolException {
        return new Join(
                members.string("code"),
                members.string("secret"),
                members.string("public_key"),
                members.string("server_key"),
                members.string("signature"),
                members.string("agent"));
    }

    @Override
    public void write(Join message, MemberWriter out) {
        out.text("code", message.code()).text("secret", message.secret()).text("public_key", message.publicKey());
        out.text("server_key", message.serverKey())
                .text("signature", message.signature())
                .text("agent", message.agent());
    }
}
