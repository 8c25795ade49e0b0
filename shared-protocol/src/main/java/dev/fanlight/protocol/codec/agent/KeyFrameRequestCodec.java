package dev.fanlight.protocol.codec.agent;

import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.agent.KeyFrameRequest;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;

/** {@code key_frame_request}. */
final class KeyFrameRequestCodec implements MessageCodec<KeyFrameRequest> {

    @Override
    public KeyFrameRequest read(Members members) throws ProtocolException {
        return new KeyFrameRequest(members.track());
    }

    @Override
    public void write(KeyFrameRequest message, MemberWriter out) {
        out.number("track", message.track());
    }
}
