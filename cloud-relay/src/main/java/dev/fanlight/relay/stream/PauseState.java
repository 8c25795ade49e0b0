package dev.fanlight.relay.stream;

/**
 * Whether the owner has paused a camera, as read from the store. Immutable.
 *
 * @param isPaused whether it is paused
 * @param version grows each time it is paused or resumed
 */
public record PauseState(boolean isPaused, long version) {}
