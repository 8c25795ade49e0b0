package dev.fanlight.protocol.codec.agent;

import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.agent.Publish;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;

/** {@code publish}. */
final class PublishCodec implements MessageCodec<Publish> {

    @Override
    public Publish read(Members members) throws ProtocolException {
        return new Publish(members.string("key"), members.string("agent"), members.features());
    }

    @Override
    public void write(Publish message, MemberWriter out) {
        out.text("key", message.key()).text("agent", message.agent()).features(message.features());
    }
}
