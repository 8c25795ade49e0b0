package dev.fanlight.relay.bench;

import dev.fanlight.identity.CameraName;
import dev.fanlight.identity.JoinLink;
import dev.fanlight.relay.config.RelayStateFolder;

/** Adds cameras to a relay that runs on this machine. Blocking. */
@FunctionalInterface
public interface CameraMaker {

    /** Adds one to the relay with this folder. */
    Made make(RelayStateFolder folder, CameraName name);

    /**
     * A camera that nobody publishes yet. Immutable.
     *
     * @param join for its agent, good once
     * @param watchKey of its link
     */
    record Made(JoinLink join, String watchKey) {

        /** Leaves both secrets out. */
        @Override
        public String toString() {
            return "Made[]";
        }
    }
}
