package dev.fanlight.protocol.codec;

import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.TimeRequest;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;

/** {@code time_request}. */
final class TimeRequestCodec implements MessageCodec<TimeRequest> {

    @Override
    public TimeRequest read(Members members) throws ProtocolException {
        return new TimeRequest(members.micros("t0"));
    }

    @Override
    public void write(TimeRequest message, MemberWriter out) {
        out.number("t0", message.t0());
    }
}
