package dev.fanlight.protocol.codec.agent;

import static java.util.Map.entry;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.codec.json.MessageCodec;
import java.util.Map;

/** The codecs of the messages in package {@code protocol.agent}. */
public final class AgentCodecs {

    private AgentCodecs() {}

    /** The codec of each type. */
    public static Map<MessageType, MessageCodec<?>> all() {
        return Map.ofEntries(
                entry(MessageType.ACCEPTED, new AcceptedCodec()),
                entry(MessageType.AUTHENTICATE, new AuthenticateCodec()),
                entry(MessageType.CHALLENGE, new ChallengeCodec()),
                entry(MessageType.DEMAND, new DemandCodec()),
                entry(MessageType.ENROLL, new EnrollCodec()),
                entry(MessageType.JOIN, new JoinCodec()),
                entry(MessageType.JOINED, new JoinedCodec()),
                entry(MessageType.KEY_ACCEPTED, new KeyAcceptedCodec()),
                entry(MessageType.KEY_FRAME_REQUEST, new KeyFrameRequestCodec()),
                entry(MessageType.NEW_KEY, new NewKeyCodec()),
                entry(MessageType.PENDING, new PendingCodec()),
                entry(MessageType.PUBLISH, new PublishCodec()),
                entry(MessageType.ROTATE_KEY, new RotateKeyCodec()),
                entry(MessageType.SHARE, new ShareCodec()),
                entry(MessageType.SHARE_REFUSED, new ShareRefusedCodec()),
                entry(MessageType.SHARED, new SharedCodec()),
                entry(MessageType.SOURCE, new SourceCodec()));
    }
}
