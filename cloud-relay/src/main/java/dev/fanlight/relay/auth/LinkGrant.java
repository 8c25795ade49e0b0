package dev.fanlight.relay.auth;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.chat.ChatRole;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A link that is good now. Immutable.
 *
 * @param id names it, no secret
 * @param camera where it leads
 * @param role what it allows
 * @param expiresAtMillis when it ends, if it does; ms since 1970
 * @param maxViewers how many may watch by it at a time, if that is limited
 * @param passwordHash what the password has to fit, if there is one
 */
public record LinkGrant(
        String id,
        CameraName camera,
        ChatRole role,
        OptionalLong expiresAtMillis,
        OptionalInt maxViewers,
        Optional<String> passwordHash) {

    /** Who holds it. */
    public Principal.LinkHolder holder() {
        return new Principal.LinkHolder(id, camera, role);
    }

    /** Leaves the hash out. */
    @Override
    public String toString() {
        return "LinkGrant[" + id + "]";
    }
}
