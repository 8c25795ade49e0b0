package dev.fanlight.relay.ingest;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.auth.Principal;
import java.util.Optional;

/** The registered devices. Blocking, thread safe. */
public interface DeviceDirectory {

    /**
     * A device that may publish. Immutable.
     *
     * @param id the device’s id, no secret
     * @param camera the one camera it publishes
     * @param publicKey SubjectPublicKeyInfo, DER in base64
     * @param nextKey the key that is to replace that one and was not used yet, if any
     * @param isRotating whether the device is to make a new key
     */
    record Registered(String id, CameraName camera, String publicKey, Optional<String> nextKey, boolean isRotating) {

        /** The device as a principal. */
        public Principal.Device principal() {
            return new Principal.Device(id, camera);
        }
    }

    /** The device with this id, if it is active. */
    Optional<Registered> find(String id);

    /**
     * Redeems a one-time code for a registration, completely or not at all; a wrong secret is counted against the code.
     *
     * @return the new device, or empty when the code is unknown, used, expired or blocked, or the secret is wrong
     */
    Optional<Registered> redeem(String code, String secret, String publicKey);

    /** Stores the key that is to replace a device’s key, until it is used. */
    void offerKey(String id, String nextKey);

    /** The device has used its next key: the one before it is not valid from now on. */
    void promoteKey(String id);
}
