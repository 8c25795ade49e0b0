package dev.fanlight.protocol.codec.chat;

import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.chat.Refusal;
import dev.fanlight.protocol.chat.RenameRefused;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;

/** {@code rename_refused}. */
final class RenameRefusedCodec implements MessageCodec<RenameRefused> {

    @Override
    public RenameRefused read(Members members) throws ProtocolException {
        return new RenameRefused(members.oneOf("reason", Refusal.class), members.optionalMillis("retry_after_ms"));
    }

    @Override
    public void write(RenameRefused message, MemberWriter out) {
        out.text("reason", message.reason().wireName()).millis(message.retryAfter());
    }
}
