package dev.fanlight.relay.ingest;

import dev.fanlight.identity.DeviceKey;
import dev.fanlight.relay.ingest.DeviceDirectory.Registered;
import dev.fanlight.relay.ingest.PublishCredentials.DeviceProof;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Authenticates devices by a signature over a challenge and over the server key that the device saw, so that a signature made for a server
 * in between is worth nothing here ({@code docs/protocol.md} §4). Blocking, thread safe.
 *
 * @param devices the registered devices
 * @param isOwnServerKey whether a server key, as devices sign it, is one that clients of this relay may have seen; thread safe
 */
public record DeviceAuthenticator(DeviceDirectory devices, Predicate<String> isOwnServerKey) {

    /** The device that made this proof, if it is registered. The first use of a new key ends the one before it. */
    Optional<Registered> authenticate(DeviceProof proof) {
        Optional<Registered> device = devices.find(proof.device())
                .filter(known ->
                        isOwnServerKey.test(proof.challenge().serverKey().text()));
        if (device.filter(known -> isSignedBy(known.publicKey(), proof)).isPresent()) {
            return device;
        }
        boolean usesNext = device.flatMap(Registered::nextKey)
                .filter(next -> isSignedBy(next, proof))
                .isPresent();
        if (!usesNext) {
            return Optional.empty();
        }
        devices.promoteKey(proof.device());
        return devices.find(proof.device());
    }

    private static boolean isSignedBy(String publicKey, DeviceProof proof) {
        return DeviceKey.verify(publicKey, proof.challenge(), proof.signature());
    }
}
