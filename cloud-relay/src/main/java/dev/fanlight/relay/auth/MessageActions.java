package dev.fanlight.relay.auth;

import static java.util.Map.entry;

import dev.fanlight.protocol.MessageType;
import java.util.Map;
import java.util.Optional;

/** The action that each message of a peer requires; a message without one is not accepted. Media requires {@link Action#PUBLISH}. Immutable. */
public final class MessageActions {

    private static final Map<MessageType, Action> PLAYER = Map.of(
            MessageType.REACT, Action.CHAT,
            MessageType.WATCH, Action.CONNECT,
            MessageType.ACK, Action.WATCH,
            MessageType.TIME_REQUEST, Action.WATCH,
            MessageType.PREFER, Action.WATCH,
            MessageType.CHAT_SEND, Action.CHAT,
            MessageType.RENAME, Action.CHAT,
            MessageType.MODERATE, Action.MODERATE,
            MessageType.PTZ, Action.STEER);

    private static final Map<MessageType, Action> AGENT = Map.ofEntries(
            entry(MessageType.AUTHENTICATE, Action.CONNECT),
            entry(MessageType.JOIN, Action.CONNECT),
            entry(MessageType.ENROLL, Action.CONNECT),
            entry(MessageType.PUBLISH, Action.CONNECT),
            entry(MessageType.NEW_KEY, Action.PUBLISH),
            entry(MessageType.TRACKS, Action.PUBLISH),
            entry(MessageType.SOURCE, Action.PUBLISH),
            entry(MessageType.CHAT_SEND, Action.PUBLISH),
            entry(MessageType.SHARE, Action.PUBLISH),
            entry(MessageType.PTZ_RESULT, Action.PUBLISH),
            entry(MessageType.ACK, Action.PUBLISH),
            entry(MessageType.TIME_REQUEST, Action.PUBLISH),
            entry(MessageType.TIME_REPLY, Action.PUBLISH));

    private MessageActions() {}

    /** The action that a player’s message of this type requires. */
    public static Optional<Action> ofPlayer(MessageType type) {
        return Optional.ofNullable(PLAYER.get(type));
    }

    /** The action that an agent’s message of this type requires. */
    public static Optional<Action> ofAgent(MessageType type) {
        return Optional.ofNullable(AGENT.get(type));
    }
}
