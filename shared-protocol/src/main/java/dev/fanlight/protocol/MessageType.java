package dev.fanlight.protocol;

import java.util.EnumSet;
import java.util.Set;

/** Every type of control message, with its name on the wire and the ways it may travel. */
public enum MessageType {

    /** {@link Accepted}. */
    ACCEPTED("accepted", EnumSet.of(Direction.RELAY_TO_AGENT)),

    /** {@link Ack}. */
    ACK("ack", EnumSet.of(Direction.AGENT_TO_RELAY, Direction.RELAY_TO_AGENT, Direction.PLAYER_TO_RELAY)),

    /** {@link Authenticate}. */
    AUTHENTICATE("authenticate", EnumSet.of(Direction.AGENT_TO_RELAY)),

    /** {@link Challenge}. */
    CHALLENGE("challenge", EnumSet.of(Direction.RELAY_TO_AGENT)),

    /** {@link Chat}. */
    CHAT("chat", EnumSet.of(Direction.RELAY_TO_PLAYER)),

    /** {@link ChatAccepted}. */
    CHAT_ACCEPTED("chat_accepted", EnumSet.of(Direction.RELAY_TO_PLAYER)),

    /** {@link ChatMode}. */
    CHAT_MODE("chat_mode", EnumSet.of(Direction.RELAY_TO_PLAYER)),

    /** {@link ChatReady}. */
    CHAT_READY("chat_ready", EnumSet.of(Direction.RELAY_TO_PLAYER)),

    /** {@link ChatRefused}. */
    CHAT_REFUSED("chat_refused", EnumSet.of(Direction.RELAY_TO_PLAYER)),

    /** {@link ChatRemoved}. */
    CHAT_REMOVED("chat_removed", EnumSet.of(Direction.RELAY_TO_PLAYER)),

    /** {@link ChatRestored}. */
    CHAT_RESTORED("chat_restored", EnumSet.of(Direction.RELAY_TO_PLAYER)),

    /** {@link ChatSend}. */
    CHAT_SEND("chat_send", EnumSet.of(Direction.PLAYER_TO_RELAY)),

    /** {@link ChatSilenced}. */
    CHAT_SILENCED("chat_silenced", EnumSet.of(Direction.RELAY_TO_PLAYER)),

    /** {@link Clock}. */
    CLOCK("clock", EnumSet.of(Direction.RELAY_TO_PLAYER)),

    /** {@link Delivery}. */
    DELIVERY("delivery", EnumSet.of(Direction.RELAY_TO_PLAYER)),

    /** {@link Demand}. */
    DEMAND("demand", EnumSet.of(Direction.RELAY_TO_AGENT)),

    /** {@link Enroll}. */
    ENROLL("enroll", EnumSet.of(Direction.AGENT_TO_RELAY)),

    /** {@link Goodbye}. */
    GOODBYE("goodbye", EnumSet.of(Direction.RELAY_TO_AGENT, Direction.RELAY_TO_PLAYER)),

    /** {@link Join}. */
    JOIN("join", EnumSet.of(Direction.AGENT_TO_RELAY)),

    /** {@link Joined}. */
    JOINED("joined", EnumSet.of(Direction.RELAY_TO_AGENT)),

    /** {@link KeyAccepted}. */
    KEY_ACCEPTED("key_accepted", EnumSet.of(Direction.RELAY_TO_AGENT)),

    /** {@link KeyFrameRequest}. */
    KEY_FRAME_REQUEST("key_frame_request", EnumSet.of(Direction.RELAY_TO_AGENT)),

    /** {@link DroppedDisposable}. */
    LEFT_OUT("left_out", EnumSet.of(Direction.RELAY_TO_PLAYER)),

    /** {@link Moderate}. */
    MODERATE("moderate", EnumSet.of(Direction.PLAYER_TO_RELAY)),

    /** {@link Moderated}. */
    MODERATED("moderated", EnumSet.of(Direction.RELAY_TO_PLAYER)),

    /** {@link NewKey}. */
    NEW_KEY("new_key", EnumSet.of(Direction.AGENT_TO_RELAY)),

    /** {@link Pending}. */
    PENDING("pending", EnumSet.of(Direction.RELAY_TO_AGENT)),

    /** {@link Prefer}. */
    PREFER("prefer", EnumSet.of(Direction.PLAYER_TO_RELAY)),

    /** {@link Rename}. */
    RENAME("rename", EnumSet.of(Direction.PLAYER_TO_RELAY)),

    /** {@link Renamed}. */
    RENAMED("renamed", EnumSet.of(Direction.RELAY_TO_PLAYER)),

    /** {@link RenameRefused}. */
    RENAME_REFUSED("rename_refused", EnumSet.of(Direction.RELAY_TO_PLAYER)),

    /** {@link RotateKey}. */
    ROTATE_KEY("rotate_key", EnumSet.of(Direction.RELAY_TO_AGENT)),

    /** {@link Source}. */
    SOURCE("source", EnumSet.of(Direction.AGENT_TO_RELAY)),

    /** {@link Stream}. */
    STREAM("stream", EnumSet.of(Direction.RELAY_TO_PLAYER)),

    /** {@link TimeReply}. */
    TIME_REPLY("time_reply", EnumSet.of(Direction.AGENT_TO_RELAY, Direction.RELAY_TO_AGENT, Direction.RELAY_TO_PLAYER)),

    /** {@link TimeRequest}. */
    TIME_REQUEST(
            "time_request", EnumSet.of(Direction.AGENT_TO_RELAY, Direction.RELAY_TO_AGENT, Direction.PLAYER_TO_RELAY)),

    /** {@link Tracks}. */
    TRACKS("tracks", EnumSet.of(Direction.AGENT_TO_RELAY, Direction.RELAY_TO_PLAYER)),

    /** {@link Viewers}. */
    VIEWERS("viewers", EnumSet.of(Direction.RELAY_TO_PLAYER)),

    /** {@link Watch}. */
    WATCH("watch", EnumSet.of(Direction.PLAYER_TO_RELAY)),

    /** {@link Welcome}. */
    WELCOME("welcome", EnumSet.of(Direction.RELAY_TO_PLAYER));

    /** From whom to whom a message travels. */
    public enum Direction {
        /** An agent speaks. */
        AGENT_TO_RELAY,
        /** A relay speaks to an agent. */
        RELAY_TO_AGENT,
        /** A player speaks. */
        PLAYER_TO_RELAY,
        /** A relay speaks to a player. */
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

    /** The ways this message may travel. */
    public Set<Direction> directions() {
        return directions;
    }
}
