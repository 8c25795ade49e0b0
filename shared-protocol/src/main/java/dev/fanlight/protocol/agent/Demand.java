package dev.fanlight.protocol.agent;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToAgent;
import java.util.Set;

/**
 * The demand of the viewers: at 0 viewers the camera may be released after a while, above 0 it must run. Immutable.
 *
 * @param viewers number of viewers, 0 or more
 * @param tracks ids of the tracks in demand; no other has to be encoded. Before the first {@code tracks} of a publication
 *     it is empty
 */
public record Demand(int viewers, Set<Integer> tracks) implements ToAgent {

    public Demand {
        tracks = Set.copyOf(tracks);
    }

    @Override
    public MessageType type() {
        return MessageType.DEMAND;
    }
}
