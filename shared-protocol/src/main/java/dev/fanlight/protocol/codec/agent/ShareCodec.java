package dev.fanlight.protocol.codec.agent;

import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.agent.Share;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;

/** {@code share}. */
final class ShareCodec implements MessageCodec<Share> {

    @Override
    public Share read(Members members) throws ProtocolException {
        return new Share(members.clientId());
    }

    @Override
    public void write(Share message, MemberWriter out) {
        out.text("client_id", message.clientId());
    }
}
