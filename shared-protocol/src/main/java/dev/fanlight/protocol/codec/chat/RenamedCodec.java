package dev.fanlight.protocol.codec.chat;

import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.chat.Renamed;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;

/** {@code renamed}. */
final class RenamedCodec implements MessageCodec<Renamed> {

    @Override
    public Renamed read(Members members) throws ProtocolException {
        return new Renamed(members.string("person"), members.string("name"));
    }

    @Override
    public void write(Renamed message, MemberWriter out) {
        out.text("person", message.person()).text("name", message.name());
    }
}
