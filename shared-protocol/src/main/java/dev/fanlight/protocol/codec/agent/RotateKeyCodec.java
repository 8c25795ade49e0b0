package dev.fanlight.protocol.codec.agent;

import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.agent.RotateKey;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;

/** {@code rotate_key}. */
final class RotateKeyCodec implements MessageCodec<RotateKey> {

    @Override
    public RotateKey read(Members members) throws ProtocolException {
        return new RotateKey(ChallengeMembers.nonce(members), ChallengeMembers.seconds(members));
    }

    @Override
    public void write(RotateKey message, MemberWriter out) {
        out.bytes("nonce", message.nonce()).number("time", message.time());
    }
}
