package dev.fanlight.protocol.codec.player;

import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.WireLimits;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;
import dev.fanlight.protocol.player.Clock;

/** {@code clock}. */
final class ClockCodec implements MessageCodec<Clock> {

    @Override
    public Clock read(Members members) throws ProtocolException {
        return new Clock(
                members.longIn("offset", -WireLimits.MAX_TIME_MICROS, WireLimits.MAX_TIME_MICROS),
                members.micros("round_trip"));
    }

    @Override
    public void write(Clock message, MemberWriter out) {
        out.number("offset", message.offset()).number("round_trip", message.roundTrip());
    }
}
