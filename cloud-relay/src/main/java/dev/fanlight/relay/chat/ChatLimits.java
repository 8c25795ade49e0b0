package dev.fanlight.relay.chat;

import java.time.Duration;

/**
 * Bounds of the chat. Immutable.
 *
 * @param keep how long lines are kept
 * @param maxLines most lines kept for a room
 * @param maxRooms most rooms open at a time
 */
public record ChatLimits(Duration keep, int maxLines, int maxRooms) {}
