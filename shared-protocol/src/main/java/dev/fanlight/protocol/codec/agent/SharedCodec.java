package dev.fanlight.protocol.codec.agent;

import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.agent.Shared;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;

/** {@code shared}. */
final class SharedCodec implements MessageCodec<Shared> {

    /** A host name, a path and a key: more than any link has. */
    private static final int MAX_URL = 1_024;

    @Override
    public Shared read(Members members) throws ProtocolException {
        return new Shared(members.clientId(), members.string("url", MAX_URL), members.millis("lifetime_ms"));
    }

    @Override
    public void write(Shared message, MemberWriter out) {
        out.text("client_id", message.clientId())
                .text("url", message.url())
                .number("lifetime_ms", message.lifetime().toMillis());
    }
}
