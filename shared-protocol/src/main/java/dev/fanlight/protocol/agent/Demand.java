package dev.fanlight.protocol.agent;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToAgent;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is needed of an agent: without readers the camera may be released after a while, with one it must run. Immutable.
 *
 * @param viewers how many people watch, 0 or more
 * @param readers how many consumers there are, recordings and forwardings included; at least as many as viewers
 * @param tracks ids of the tracks in demand; no other has to be encoded. Before the first {@code tracks} of a publication
 *     it is empty
 * @param watching who watches, those who came first, at most {@link NamedViewer#MAX_LISTED}; empty where the relay does not say
 * @param backfill whether the camera is recorded, and the recording takes later what it could not get
 */
public record Demand(
        int viewers, int readers, Set<Integer> tracks, Optional<List<NamedViewer>> watching, boolean backfill)
        implements ToAgent {

    public Demand {
        tracks = Set.copyOf(tracks);
        watching = watching.map(List::copyOf);
    }

    /** Demand without backfill. */
    public Demand(int viewers, int readers, Set<Integer> tracks, Optional<List<NamedViewer>> watching) {
        this(viewers, readers, tracks, watching, false);
    }

    /** Demand without a word about who watches. */
    public Demand(int viewers, int readers, Set<Integer> tracks) {
        this(viewers, readers, tracks, Optional.empty());
    }

    /** Demand of viewers alone. */
    public Demand(int viewers, Set<Integer> tracks) {
        this(viewers, viewers, tracks);
    }

    @Override
    public MessageType type() {
        return MessageType.DEMAND;
    }
}
