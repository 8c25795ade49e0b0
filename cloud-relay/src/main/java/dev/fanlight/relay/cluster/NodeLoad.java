package dev.fanlight.relay.cluster;

import java.util.List;

/**
 * What a node has to do. Immutable.
 *
 * @param cameras how many cameras are connected to it
 * @param names names of the first of them, in order, at most {@link #MAX_NAMES}
 * @param viewers viewers that are connected to it
 */
public record NodeLoad(int cameras, List<String> names, int viewers) {

    /** Most cameras that are named. */
    public static final int MAX_NAMES = 100;

    /** Copies the names. */
    public NodeLoad {
        names = List.copyOf(names);
    }
}
