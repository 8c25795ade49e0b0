package dev.fanlight.protocol.codec.agent;

import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.agent.NewKey;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;

/** {@code new_key}. */
final class NewKeyCodec implements MessageCodec<NewKey> {

    @Override
    public NewKey read(Members members) throws ProtocolException {
        return new NewKey(members.string("public_key"), members.string("server_key"), members.string("signature"));
    }

    @Override
    public void write(NewKey message, MemberWriter out) {
        out.text("public_key", message.publicKey())
                .text("server_key", message.serverKey())
                .text("signature", message.signature());
    }
}
