package dev.fanlight.protocol.agent;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToAgent;
import java.util.Set;

/**
 * How many watch, and what of the stream they want: at 0 the camera may be released after a while, above 0 it must run. Immutable.
 *
 * @param viewers how many watch now, 0 or more
 * @param tracks ids of the tracks somebody wants now; no other needs to be encoded. Before the first {@code tracks} of a publication
 *     it is empty
 */
public record Demand(int viewers, Set<Integer> tracks) implements ToAgent {

    /** Keeps a copy. */
    public Demand {
        tracks = Set.copyOf(tracks);
    }

    @Override
    public MessageType type() {
        return MessageType.DEMAND;
    }
}
