package dev.fanlight.protocol.codec.agent;

import dev.fanlight.media.SourceState;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.agent.Source;
import dev.fanlight.protocol.codec.json.ConditionMembers;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;

/** {@code source}. */
final class SourceCodec implements MessageCodec<Source> {

    @Override
    public Source read(Members members) throws ProtocolException {
        return new Source(
                members.oneOf("state", SourceState.class),
                members.optionalString("detail", 64),
                ConditionMembers.uplink(members),
                ConditionMembers.pause(members),
                members.flag("ptz"));
    }

    @Override
    public void write(Source message, MemberWriter out) {
        out.text("state", message.state().wireName()).text("detail", message.detail());
        ConditionMembers.write(message.uplink(), message.pause(), out);
        out.flag("ptz", message.ptz());
    }
}
