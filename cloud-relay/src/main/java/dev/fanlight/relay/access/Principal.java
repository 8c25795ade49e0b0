package dev.fanlight.relay.access;

import dev.fanlight.identity.CameraName;

/** Who asks. Immutable. */
public sealed interface Principal {

    /** Nobody in particular, which is also who shows a wrong key. */
    record Anonymous() implements Principal {}

    /**
     * Somebody with a link.
     *
     * @param camera which camera the link is for
     * @param role what it allows
     */
    record LinkHolder(CameraName camera, Role role) implements Principal {}

    /**
     * A registered device that proved its key.
     *
     * @param id the device’s id
     * @param camera which camera it publishes
     */
    record Device(String id, CameraName camera) implements Principal {}
}
