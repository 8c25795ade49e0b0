package dev.fanlight.protocol.codec;

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
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads control messages from text. A message of an unknown type is not an error, because a newer peer may send it: the result is empty,
 * to be counted by {@link UnknownMessages}. A known type that does not travel in the given direction is one. Stateless, thread safe.
 */
public final class MessageDecoder {

    private static final Map<String, MessageType> TYPES =
            Arrays.stream(MessageType.values()).collect(Collectors.toUnmodifiableMap(MessageType::wireName, t -> t));

    private MessageDecoder() {}

    /** Reads a message of an agent to a relay. */
    public static Optional<FromAgent> fromAgent(byte[] text) throws ProtocolException {
        return decode(text, Direction.AGENT_TO_RELAY).map(FromAgent.class::cast);
    }

    /** Reads a message of a relay to an agent. */
    public static Optional<ToAgent> toAgent(byte[] text) throws ProtocolException {
        return decode(text, Direction.RELAY_TO_AGENT).map(ToAgent.class::cast);
    }

    /** Reads a message of a player to a relay. */
    public static Optional<FromPlayer> fromPlayer(byte[] text) throws ProtocolException {
        return decode(text, Direction.PLAYER_TO_RELAY).map(FromPlayer.class::cast);
    }

    /** Reads a message of a relay to a player. */
    public static Optional<ToPlayer> toPlayer(byte[] text) throws ProtocolException {
        return decode(text, Direction.RELAY_TO_PLAYER).map(ToPlayer.class::cast);
    }

    private static Optional<Message> decode(byte[] text, Direction direction) throws ProtocolException {
        Members members = JsonReader.read(text);
        MessageType type = TYPES.get(members.string("type"));
        if (type == null) {
            return Optional.empty();
        }
        if (!type.directions().contains(direction)) {
            throw ProtocolException.unexpected(type);
        }
        return Optional.of(MessageCodecs.read(type, members));
    }
}
