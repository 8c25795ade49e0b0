package dev.fanlight.relay.auth;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The result of authenticating a client for one camera. Immutable.
 *
 * @param principal the client, anonymous when no credential is valid and the camera is not open to visitors
 * @param camera the camera, if it exists
 * @param expiresAtMillis when the credential expires, if it does; ms since 1970
 * @param maxViewers how many may watch with the same credential at a time, if that is limited
 * @param label what the owner calls the link, empty without one
 */
public record Authentication(
        Principal principal,
        Optional<CameraAccess> camera,
        OptionalLong expiresAtMillis,
        OptionalInt maxViewers,
        String label) {

    static Authentication unlimited(Principal principal, Optional<CameraAccess> camera) {
        return new Authentication(principal, camera, OptionalLong.empty(), OptionalInt.empty(), "");
    }
}
