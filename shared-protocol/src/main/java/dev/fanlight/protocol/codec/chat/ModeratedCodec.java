package dev.fanlight.protocol.codec.chat;

import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.chat.Moderated;
import dev.fanlight.protocol.chat.ModerationResult;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;

/** {@code moderated}. */
final class ModeratedCodec implements MessageCodec<Moderated> {

    @Override
    public Moderated read(Members members) throws ProtocolException {
        return new Moderated(members.clientId(), members.oneOf("result", ModerationResult.class));
    }

    @Override
    public void write(Moderated message, MemberWriter out) {
        out.text("client_id", message.clientId())
                .text("result", message.result().wireName());
    }
}
