package dev.fanlight.relay.chat;

import java.time.Duration;

/**
 * What is kept of a chat. Immutable.
 *
 * @param keep how long lines are kept
 * @param maxLines how many lines of a room are kept
 * @param maxRooms how many rooms may be open
 */
public record ChatLimits(Duration keep, int maxLines, int maxRooms) {}
