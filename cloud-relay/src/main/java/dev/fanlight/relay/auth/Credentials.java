package dev.fanlight.relay.auth;

import java.util.Optional;

/**
 * The secrets somebody shows who wants to watch; any of them may be wrong. Immutable.
 *
 * @param key key of a link
 * @param watchSession value of the watch page’s cookie
 * @param ownerSession value of the owner’s cookie
 */
public record Credentials(Optional<String> key, Optional<String> watchSession, Optional<String> ownerSession) {

    /** Nothing to show. */
    public static final Credentials NONE = new Credentials(Optional.empty(), Optional.empty(), Optional.empty());

    /** The same with a link’s key. */
    public Credentials withKey(Optional<String> linkKey) {
        return new Credentials(linkKey, watchSession, ownerSession);
    }

    /** Leaves the secrets out. */
    @Override
    public String toString() {
        return "Credentials[]";
    }
}
