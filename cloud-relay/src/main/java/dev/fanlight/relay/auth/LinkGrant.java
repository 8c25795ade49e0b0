package dev.fanlight.relay.auth;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.chat.ChatRole;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A link that is valid now. Immutable.
 *
 * @param id the link’s id, no secret
 * @param camera the camera it is for
 * @param role what it allows
 * @param expiresAtMillis when it expires, if it does; ms since 1970
 * @param maxViewers how many may watch with it at a time, if that is limited
 * @param passwordHash hash of its password, if it has one
 * @param ptz whether it allows to move the camera’s head
 * @param rewind how far back it lets viewers go
 * @param label what the owner calls it; empty when it has no label
 */
public record LinkGrant(
        String id,
        CameraName camera,
        ChatRole role,
        OptionalLong expiresAtMillis,
        OptionalInt maxViewers,
        Optional<String> passwordHash,
        boolean ptz,
        RewindRight rewind,
        String label) {

    /** A client that holds it. */
    public Principal.LinkHolder holder() {
        return new Principal.LinkHolder(id, camera, role, ptz, rewind);
    }

    /** Does not show the hash. */
    @Override
    public String toString() {
        return "LinkGrant[" + id + "]";
    }
}
