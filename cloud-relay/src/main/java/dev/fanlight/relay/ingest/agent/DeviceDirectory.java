package dev.fanlight.relay.ingest.agent;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.auth.Principal;
import java.util.Optional;

/** The registry of devices. Blocking, thread safe. */
public interface DeviceDirectory {

    /**
     * A device that may publish.
     *
     * @param id what it authenticates with
     * @param camera the one camera it publishes
     * @param publicKey SubjectPublicKeyInfo, DER in base64
     * @param nextKey the key it has made to replace that one and not used yet, if any
     * @param isRotating whether it is to make a new key
     * @param isPaused whether the owner has paused the camera
     */
    record Registered(
            String id,
            CameraName camera,
            String publicKey,
            Optional<String> nextKey,
            boolean isRotating,
            boolean isPaused) {

        /** Who it is. */
        public Principal.Device principal() {
            return new Principal.Device(id, camera);
        }
    }

    /** The device of that id, if it is active. */
    Optional<Registered> find(String id);

    /**
     * Trades a one-time code for a registration, whole or not at all; a wrong secret is counted against the code.
     *
     * @return the new device, or nothing when the code is unknown, used, too old or burned, or the secret is wrong
     */
    Optional<Registered> redeem(String code, String secret, String publicKey);

    /** Keeps the key that a device made to replace its own, until it is used. */
    void offerKey(String id, String nextKey);

    /** The device has used its next key: the one before it is worth nothing from now on. */
    void promoteKey(String id);
}
