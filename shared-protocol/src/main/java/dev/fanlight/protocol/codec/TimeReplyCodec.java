package dev.fanlight.protocol.codec;

import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.TimeReply;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;

/** {@code time_reply}. */
final class TimeReplyCodec implements MessageCodec<TimeReply> {

    @Override
    public TimeReply read(Members members) throws ProtocolException {
        return new TimeReply(members.micros("t0"), members.micros("t1"), members.micros("t2"));
    }

    @Override
    public void write(TimeReply message, MemberWriter out) {
        out.number("t0", message.t0()).number("t1", message.t1()).number("t2", message.t2());
    }
}
