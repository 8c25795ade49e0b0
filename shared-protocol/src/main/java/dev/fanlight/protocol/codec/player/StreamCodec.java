package dev.fanlight.protocol.codec.player;

import dev.fanlight.media.StreamState;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.WireLimits;
import dev.fanlight.protocol.codec.json.ConditionMembers;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;
import dev.fanlight.protocol.player.Stream;

/** {@code stream}. */
final class StreamCodec implements MessageCodec<Stream> {

    @Override
    public Stream read(Members members) throws ProtocolException {
        return new Stream(
                members.oneOf("state", StreamState.class),
                members.optionalLongIn("last_capture", 0, WireLimits.MAX_TIME_MICROS),
                ConditionMembers.uplink(members),
                ConditionMembers.pause(members),
                members.flag("ptz"),
                members.flag("recording"));
    }

    @Override
    public void write(Stream message, MemberWriter out) {
        out.text("state", message.state().wireName()).number("last_capture", message.lastCapture());
        ConditionMembers.write(message.uplink(), message.pause(), out);
        out.flag("ptz", message.ptz()).flag("recording", message.recording());
    }
}
