package dev.fanlight.protocol;

import java.util.EnumSet;
import java.util.Set;

/** Every type of control message, with its name on the wire and its directions. */
public enum MessageType {
    ACCEPTED("accepted", EnumSet.of(Direction.RELAY_TO_AGENT)),
    ACK("ack", EnumSet.of(Direction.AGENT_TO_RELAY, Direction.RELAY_TO_AGENT, Direction.PLAYER_TO_RELAY)),
    AUTHENTICATE("authenticate", EnumSet.of(Direction.AGENT_TO_RELAY)),
    CHALLENGE("challenge", EnumSet.of(Direction.RELAY_TO_AGENT)),
    CHAT("chat", EnumSet.of(Direction.RELAY_TO_PLAYER)),
    CHAT_ACCEPTED("chat_accepted", EnumSet.of(Direction.RELAY_TO_PLAYER, Direction.RELAY_TO_AGENT)),
    CHAT_MODE("chat_mode", EnumSet.of(Direction.RELAY_TO_PLAYER)),
    CHAT_REACTIONS("chat_reactions", EnumSet.of(Direction.RELAY_TO_PLAYER)),
    CHAT_READY("chat_ready", EnumSet.of(Direction.RELAY_TO_PLAYER)),
    CHAT_REFUSED("chat_refused", EnumSet.of(Direction.RELAY_TO_PLAYER, Direction.RELAY_TO_AGENT)),
    CHAT_REMOVED("chat_removed", EnumSet.of(Direction.RELAY_TO_PLAYER)),
    CHAT_RESTORED("chat_restored", EnumSet.of(Direction.RELAY_TO_PLAYER)),
    CHAT_SEND("chat_send", EnumSet.of(Direction.PLAYER_TO_RELAY, Direction.AGENT_TO_RELAY)),
    CHAT_SILENCED("chat_silenced", EnumSet.of(Direction.RELAY_TO_PLAYER)),
    CLOCK("clock", EnumSet.of(Direction.RELAY_TO_PLAYER)),
    DELIVERY("delivery", EnumSet.of(Direction.RELAY_TO_PLAYER)),
    DEMAND("demand", EnumSet.of(Direction.RELAY_TO_AGENT)),
    ENROLL("enroll", EnumSet.of(Direction.AGENT_TO_RELAY)),
    GOODBYE("goodbye", EnumSet.of(Direction.RELAY_TO_AGENT, Direction.RELAY_TO_PLAYER)),
    JOIN("join", EnumSet.of(Direction.AGENT_TO_RELAY)),
    JOINED("joined", EnumSet.of(Direction.RELAY_TO_AGENT)),
    KEY_ACCEPTED("key_accepted", EnumSet.of(Direction.RELAY_TO_AGENT)),
    KEY_FRAME_REQUEST("key_frame_request", EnumSet.of(Direction.RELAY_TO_AGENT)),
    DROPPED("dropped", EnumSet.of(Direction.RELAY_TO_PLAYER)),
    MODERATE("moderate", EnumSet.of(Direction.PLAYER_TO_RELAY)),
    MODERATED("moderated", EnumSet.of(Direction.RELAY_TO_PLAYER)),
    NEW_KEY("new_key", EnumSet.of(Direction.AGENT_TO_RELAY)),
    PENDING("pending", EnumSet.of(Direction.RELAY_TO_AGENT)),
    PREFER("prefer", EnumSet.of(Direction.PLAYER_TO_RELAY)),
    PTZ("ptz", EnumSet.of(Direction.PLAYER_TO_RELAY, Direction.RELAY_TO_AGENT)),
    PTZ_RESULT("ptz_result", EnumSet.of(Direction.AGENT_TO_RELAY, Direction.RELAY_TO_PLAYER)),
    PUBLISH("publish", EnumSet.of(Direction.AGENT_TO_RELAY)),
    REACT("react", EnumSet.of(Direction.PLAYER_TO_RELAY)),
    RECONNECT("reconnect", EnumSet.of(Direction.RELAY_TO_AGENT, Direction.RELAY_TO_PLAYER)),
    RENAME("rename", EnumSet.of(Direction.PLAYER_TO_RELAY)),
    RENAMED("renamed", EnumSet.of(Direction.RELAY_TO_PLAYER)),
    RENAME_REFUSED("rename_refused", EnumSet.of(Direction.RELAY_TO_PLAYER)),
    ROTATE_KEY("rotate_key", EnumSet.of(Direction.RELAY_TO_AGENT)),
    SHARE("share", EnumSet.of(Direction.AGENT_TO_RELAY)),
    SHARE_REFUSED("share_refused", EnumSet.of(Direction.RELAY_TO_AGENT)),
    SHARED("shared", EnumSet.of(Direction.RELAY_TO_AGENT)),
    SOURCE("source", EnumSet.of(Direction.AGENT_TO_RELAY)),
    STREAM("stream", EnumSet.of(Direction.RELAY_TO_PLAYER)),
    TIME_REPLY("time_reply", EnumSet.of(Direction.AGENT_TO_RELAY, Direction.RELAY_TO_AGENT, Direction.RELAY_TO_PLAYER)),
    TIME_REQUEST(
            "time_request", EnumSet.of(Direction.AGENT_TO_RELAY, Direction.RELAY_TO_AGENT, Direction.PLAYER_TO_RELAY)),
    TRACKS("tracks", EnumSet.of(Direction.AGENT_TO_RELAY, Direction.RELAY_TO_PLAYER)),
    VIEWERS("viewers", EnumSet.of(Direction.RELAY_TO_PLAYER)),
    WATCH("watch", EnumSet.of(Direction.PLAYER_TO_RELAY)),
    WELCOME("welcome", EnumSet.of(Direction.RELAY_TO_PLAYER));

    /** The sender and the receiver of a message. */
    public enum Direction {
        /** From an agent to a relay. */
        AGENT_TO_RELAY,
        /** From a relay to an agent. */
        RELAY_TO_AGENT,
        /** From a player to a relay. */
        PLAYER_TO_RELAY,
        /** From a relay to a player. */
        RELAY_TO_PLAYER
    }

    private final String wireName;
    // An unmodifiable copy, which Error Prone cannot see.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Direction> directions;

    MessageType(String wireName, EnumSet<Direction> directions) {
        this.wireName = wireName;
        this.directions = Set.copyOf(directions);
    }

    /** The value of the member {@code type}. */
    public String wireName() {
        return wireName;
    }

    /** The directions in which this message may be sent. */
    public Set<Direction> directions() {
        return directions;
    }
}
