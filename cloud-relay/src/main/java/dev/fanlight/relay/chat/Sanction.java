package dev.fanlight.relay.chat;

import dev.fanlight.protocol.chat.ChatRole;
import java.time.Duration;
import java.util.Optional;

/**
 * What a moderator has imposed on somebody. Immutable.
 *
 * @param kind what it keeps them from
 * @param person id of whom
 * @param name what they were called then
 * @param rank what they were then
 * @param address salted hash of where they came from, if that was known
 * @param by who imposed it
 * @param atMicros when, the relay’s clock, µs
 * @param untilMicros until when, the relay’s clock, µs
 */
public record Sanction(
        Kind kind,
        String person,
        String name,
        ChatRole rank,
        Optional<String> address,
        Moderator by,
        long atMicros,
        long untilMicros) {

    /** How long a ban lasts. */
    public static final Duration BAN_LENGTH = Duration.ofHours(24);

    /** What somebody is kept from. */
    public enum Kind {
        /** Writing. */
        TIME_OUT,
        /** This camera. */
        BAN
    }

    boolean isInForce(long nowMicros) {
        return nowMicros < untilMicros;
    }

    /** Leaves name and address out: they have no place in a log. */
    @Override
    public String toString() {
        return "Sanction[" + kind + " of " + person + "]";
    }
}
