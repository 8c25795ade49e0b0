package dev.fanlight.protocol.codec;

import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.Reconnect;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;

/** {@code reconnect}. */
final class ReconnectCodec implements MessageCodec<Reconnect> {

    private static final String SPREAD = "spread_ms";

    @Override
    public Reconnect read(Members members) throws ProtocolException {
        return new Reconnect(members.millis(SPREAD));
    }

    @Override
    public void write(Reconnect message, MemberWriter out) {
        out.number(SPREAD, message.spread().toMillis());
    }
}
