package dev.fanlight.relay.stream;

import java.util.Set;

/**
 * What the readers of a stream need of its publisher. Immutable.
 *
 * @param viewers number of viewers
 * @param readers number of consumers of any kind, viewers included; with none the camera may sleep
 * @param tracks ids of the announced tracks that one of them needs
 */
public record PublishDemand(int viewers, int readers, Set<Integer> tracks) {

    public PublishDemand {
        tracks = Set.copyOf(tracks);
    }
}
