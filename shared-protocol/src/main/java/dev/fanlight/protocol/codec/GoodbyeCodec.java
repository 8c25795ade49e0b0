package dev.fanlight.protocol.codec;

import dev.fanlight.protocol.Goodbye;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;

/** {@code goodbye}. */
final class GoodbyeCodec implements MessageCodec<Goodbye> {

    private static final int MAX_REQUEST = 64;

    @Override
    public Goodbye read(Members members) throws ProtocolException {
        return new Goodbye(
                members.string("reason"),
                members.optionalMillis("retry_after_ms"),
                members.optionalString("request", MAX_REQUEST));
    }

    @Override
    public void write(Goodbye message, MemberWriter out) {
        out.text("reason", message.reason()).millis(message.retryAfter()).text("request", message.request());
    }
}
