package dev.fanlight.relay.chat;

import dev.fanlight.protocol.chat.Reaction;

/**
 * A person reacts to a line, or takes that back. Immutable.
 *
 * @param seq number of the line
 * @param person id of the person
 * @param reaction which
 * @param on whether it is added
 */
public record ReactionChange(long seq, String person, Reaction reaction, boolean on) {}
