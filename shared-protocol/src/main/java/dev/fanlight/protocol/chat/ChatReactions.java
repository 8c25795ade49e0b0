package dev.fanlight.protocol.chat;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToPlayer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The reactions to a line of the chat, in place of those before; sent only to players that list the feature.
 *
 * @param seq position of the line in the chat
 * @param counts how many people have reacted how; those that are missing stand at 0
 * @param mine how the receiver has reacted; empty when that is as it was
 */
public record ChatReactions(long seq, Map<Reaction, Integer> counts, Optional<Set<Reaction>> mine) implements ToPlayer {

    /** Most people whose reaction of one kind is counted. */
    public static final int MAX_COUNT = 1_000_000;

    /** The reactions to a line. */
    public ChatReactions {
        EnumMap<Reaction, Integer> copy = new EnumMap<>(Reaction.class);
        copy.putAll(counts);
        counts = Map.copyOf(copy);
        mine = mine.map(Set::copyOf);
    }

    @Override
    public MessageType type() {
        return MessageType.CHAT_REACTIONS;
    }
}
