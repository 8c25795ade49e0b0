package dev.fanlight.relay.chat;

/**
 * That a line was taken out of everybody’s sight. Immutable.
 *
 * @param by who did it
 * @param atMicros when, the relay’s clock, µs
 * @param undone whether the line was put back
 */
public record Removal(Moderator by, long atMicros, boolean undone) {}
