package dev.fanlight.relay.chat;

import dev.fanlight.protocol.chat.ChatRole;
import java.time.Duration;
import java.util.Optional;

/**
 * A time-out or ban that a moderator has imposed on a person. Immutable.
 *
 * @param kind what they are excluded from
 * @param person id of the person
 * @param name their name then
 * @param role their role then
 * @param address tag of the address they came from, if known
 * @param by the moderator who imposed it
 * @param atMicros when it began, the relay’s clock, µs
 * @param untilMicros when it ends, the relay’s clock, µs
 */
public record Sanction(
        Kind kind,
        String person,
        String name,
        ChatRole role,
        Optional<String> address,
        Moderator by,
        long atMicros,
        long untilMicros) {

    /** How long a ban lasts. */
    public static final Duration BAN_LENGTH = Duration.ofHours(24);

    /** What a sanction excludes a person from. */
    public enum Kind {
        /** Posting lines. */
        TIME_OUT,
        /** The camera: its stream and its chat. */
        BAN
    }

    boolean isInForce(long nowMicros) {
        return nowMicros < untilMicros;
    }

    /** Without name and address, which do not belong in a log. */
    @Override
    public String toString() {
        return "Sanction[" + kind + " of " + person + "]";
    }
}
