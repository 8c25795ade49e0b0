package dev.fanlight.protocol.codec.player;

import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;
import dev.fanlight.protocol.player.DroppedDisposable;

/** {@code dropped}. */
final class DroppedDisposableCodec implements MessageCodec<DroppedDisposable> {

    @Override
    public DroppedDisposable read(Members members) throws ProtocolException {
        return new DroppedDisposable(members.track(), members.u32("sequence"));
    }

    @Override
    public void write(DroppedDisposable message, MemberWriter out) {
        out.number("track", message.track()).number("sequence", message.sequence());
    }
}
