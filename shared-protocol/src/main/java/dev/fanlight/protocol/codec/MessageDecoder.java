package dev.fanlight.protocol.codec;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.FromAgent;
import dev.fanlight.protocol.FromPlayer;
import dev.fanlight.protocol.Message;
import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.MessageType.Direction;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.ToAgent;
import dev.fanlight.protocol.ToPlayer;
import dev.fanlight.protocol.codec.json.JsonReader;
import dev.fanlight.protocol.codec.json.Members;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Text messages to control messages. A type that does not travel in the asked direction is refused like an unknown
 * one. Stateless, thread safe.
 */
public final class MessageDecoder {

    private static final Map<String, MessageType> TYPES =
            Arrays.stream(MessageType.values()).collect(Collectors.toUnmodifiableMap(MessageType::wireName, t -> t));

    private MessageDecoder() {}

    /** Reads what an agent said to a relay. */
    public static FromAgent fromAgent(byte[] text) throws ProtocolException {
        return (FromAgent) decode(text, Direction.AGENT_TO_RELAY);
    }

    /** Reads what a relay said to an agent. */
    public static ToAgent toAgent(byte[] text) throws ProtocolException {
        return (ToAgent) decode(text, Direction.RELAY_TO_AGENT);
    }

    /** Reads what a player said to a relay. */
    public static FromPlayer fromPlayer(byte[] text) throws ProtocolException {
        return (FromPlayer) decode(text, Direction.PLAYER_TO_RELAY);
    }

    /** Reads what a relay said to a player. */
    public static ToPlayer toPlayer(byte[] text) throws ProtocolException {
        return (ToPlayer) decode(text, Direction.RELAY_TO_PLAYER);
    }

    private static Message decode(byte[] text, Direction direction) throws ProtocolException {
        Members members = JsonReader.read(text);
        MessageType type = TYPES.get(members.string("type"));
        if (type == null || !type.directions().contains(direction)) {
            throw new ProtocolException(CloseReason.PROTOCOL_ERROR, "unknown type of message");
        }
        return MessageCodecs.read(type, members);
    }
}
