package dev.fanlight.relay.chat;

/**
 * The removal of a line from a chat. Immutable.
 *
 * @param by the moderator who removed it
 * @param atMicros when, the relay’s clock, µs
 * @param undone whether the line was restored
 */
public record Removal(Moderator by, long atMicros, boolean undone) {}
