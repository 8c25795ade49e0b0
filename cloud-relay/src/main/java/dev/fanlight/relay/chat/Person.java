package dev.fanlight.relay.chat;

/**
 * Somebody in a chat. Immutable.
 *
 * @param id stays the same, told to others
 * @param name may change
 */
public record Person(String id, String name) {}
