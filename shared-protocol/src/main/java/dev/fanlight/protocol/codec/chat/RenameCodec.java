package dev.fanlight.protocol.codec.chat;

import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.chat.Rename;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;

/** {@code rename}. */
final class RenameCodec implements MessageCodec<Rename> {

    @Override
    public Rename read(Members members) throws ProtocolException {
        return new Rename(members.string("name"));
    }

    @Override
    public void write(Rename message, MemberWriter out) {
        out.text("name", message.name());
    }
}
