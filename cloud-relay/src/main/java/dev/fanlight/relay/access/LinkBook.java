package dev.fanlight.relay.access;

import java.util.Optional;

/** The links that are good now. Blocking. */
public interface LinkBook {

    /**
     * A link of a camera by the hash of its key, when it is neither expired nor revoked.
     *
     * @param camera any text, perhaps no camera’s name
     */
    Optional<Role> find(String camera, String keyHash);
}
