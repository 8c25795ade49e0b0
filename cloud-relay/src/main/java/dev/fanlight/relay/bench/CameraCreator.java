package dev.fanlight.relay.bench;

import dev.fanlight.identity.CameraName;
import dev.fanlight.identity.JoinLink;
import dev.fanlight.relay.config.RelayStateFolder;

/** Creates cameras on a relay that runs on this machine. Blocking. */
@FunctionalInterface
public interface CameraCreator {

    /** Creates one on the relay with this state folder. */
    Created create(RelayStateFolder folder, CameraName name);

    /**
     * A camera without a publisher. Immutable.
     *
     * @param join link for its agent, valid once
     * @param watchKey key of its watch link
     */
    record Created(JoinLink join, String watchKey) {

        /** Omits both secrets. */
        @Override
        public String toString() {
            return "Created[]";
        }
    }
}
