package dev.fanlight.relay.recording;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.BackfillGroup;

/** Takes later what a recording lacks. Thread safe, never blocks. */
public interface BackfillTarget {

    /** Whether this camera is recorded, as far as is known. */
    boolean wants(CameraName camera);

    /**
     * Takes a group, in place of one of the same camera that still waits; forgets it when too many cameras have one that waits, and the agent
     * sends it again.
     *
     * @param done called on any thread when the group is in the recording, or will never be
     */
    void offer(CameraName camera, BackfillGroup group, Runnable done);
}
