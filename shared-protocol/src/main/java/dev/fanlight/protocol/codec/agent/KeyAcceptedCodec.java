package dev.fanlight.protocol.codec.agent;

import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.agent.KeyAccepted;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;

/** {@code key_accepted}. */
final class KeyAcceptedCodec implements MessageCodec<KeyAccepted> {

    @Override
    public KeyAccepted read(Members members) throws ProtocolException {
        return new KeyAccepted();
    }

    @Override
    public void write(KeyAccepted message, MemberWriter out) {
        // It has no members.
    }
}
