package dev.fanlight.relay.chat;

/**
 * A person in a chat. Immutable.
 *
 * @param id permanent, visible to others
 * @param name changeable, visible to others
 */
public record Person(String id, String name) {}
