package dev.fanlight.relay.cluster;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Places that are counted over all nodes, of which there are only so many: viewers with one link. A place ends by itself unless its node
 * keeps it, so that those of a node that has died become free. A stage fails when the outcome is unknown.
 *
 * <p>Thread safe; never blocks.
 */
public interface Places {

    /** How long a place lasts that is not kept. */
    Duration LIFE = Duration.ofSeconds(15);

    /**
     * Takes a place, if fewer than {@code max} are taken.
     *
     * @param name what the places are for
     * @param place unique among all nodes
     */
    CompletionStage<Boolean> take(String name, String place, int max);

    /** Keeps places for another life, or takes them again if they were forgotten. */
    CompletionStage<Void> keep(String name, Set<String> places);

    /** Frees a place. */
    CompletionStage<Void> free(String name, String place);
}
