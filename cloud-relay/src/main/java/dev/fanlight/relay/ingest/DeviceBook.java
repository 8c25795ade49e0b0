package dev.fanlight.relay.ingest;

import dev.fanlight.identity.CameraName;
import java.util.Optional;

/** The registry of devices. Blocking, thread safe. */
public interface DeviceBook {

    /**
     * A device that may publish.
     *
     * @param id what it authenticates with
     * @param camera the one camera it publishes
     * @param publicKey SubjectPublicKeyInfo, DER in base64
     */
    record Registered(String id, CameraName camera, String publicKey) {}

    /** The device of that id, if it is active. */
    Optional<Registered> find(String id);

    /**
     * Trades a one-time code for a registration, whole or not at all; a wrong secret is counted against the code.
     *
     * @return the new device, or nothing when the code is unknown, used, too old or burned, or the secret is wrong
     */
    Optional<Registered> redeem(String code, String secret, String publicKey);
}
