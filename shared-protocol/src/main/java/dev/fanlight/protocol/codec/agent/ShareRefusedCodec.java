package dev.fanlight.protocol.codec.agent;

import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.agent.ShareRefusal;
import dev.fanlight.protocol.agent.ShareRefused;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;

/** {@code share_refused}. */
final class ShareRefusedCodec implements MessageCodec<ShareRefused> {

    @Override
    public ShareRefused read(Members members) throws ProtocolException {
        return new ShareRefused(members.clientId(), members.oneOf("reason", ShareRefusal.class));
    }

    @Override
    public void write(ShareRefused message, MemberWriter out) {
        out.text("client_id", message.clientId())
                .text("reason", message.reason().wireName());
    }
}
