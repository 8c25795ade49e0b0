package dev.fanlight.relay.stream;

import java.util.Set;

/** The way back to the agent of a stream. Called by any thread, sometimes under the hub’s lock: must not block nor call back. */
public interface Publisher {

    /**
     * Tells how many watch now, and what of it is wanted.
     *
     * @param tracks ids of announced tracks
     */
    void demand(int viewers, Set<Integer> tracks);

    /** Asks for a key frame of a track. */
    void requestKeyFrame(int track);

    /** The same camera is published by a newer connection; this one is to end. */
    void replaced();
}
