package dev.fanlight.protocol.codec.chat;

import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.chat.Moderate;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;

/** {@code moderate}. */
final class ModerateCodec implements MessageCodec<Moderate> {

    @Override
    public Moderate read(Members members) throws ProtocolException {
        return new Moderate(members.clientId(), ModerationActCodec.read(members));
    }

    @Override
    public void write(Moderate message, MemberWriter out) {
        out.text("client_id", message.clientId());
        ModerationActCodec.write(message.act(), out);
    }
}
