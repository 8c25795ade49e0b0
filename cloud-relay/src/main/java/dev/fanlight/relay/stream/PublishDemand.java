package dev.fanlight.relay.stream;

import java.util.Set;

/**
 * What is needed of a publisher. Immutable.
 *
 * @param people how many people watch
 * @param readers how many consumers of any kind there are, people included; with none the camera may sleep
 * @param tracks ids of the announced tracks that one of them needs
 */
public record PublishDemand(int people, int readers, Set<Integer> tracks) {

    static final PublishDemand NONE = new PublishDemand(0, 0, Set.of());

    public PublishDemand {
        tracks = Set.copyOf(tracks);
    }
}
