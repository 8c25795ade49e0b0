package dev.fanlight.relay.auth;

import java.util.Optional;

/**
 * What a client presents to be authenticated; each of them may be wrong. Immutable.
 *
 * @param key key of a link
 * @param watchSession value of the watch page’s cookie
 * @param ownerSession value of the owner’s cookie
 * @param token API token; nothing else counts when there is one
 * @param identity identity token of the chat: no access right, but bans go by it
 * @param provenLink id of a link whose secret the client shows to know in another way, such as by encrypting with what was derived of it
 */
public record Credentials(
        Optional<String> key,
        Optional<String> watchSession,
        Optional<String> ownerSession,
        Optional<String> token,
        Optional<String> identity,
        Optional<String> provenLink) {

    /** No credentials. */
    public static final Credentials NONE = ofCookies(Optional.empty(), Optional.empty());

    /** The cookies of a browser. */
    public static Credentials ofCookies(Optional<String> watchSession, Optional<String> ownerSession) {
        return new Credentials(
                Optional.empty(), watchSession, ownerSession, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A link by its id: whoever uses this must see to it that the client proves to know its secret. */
    public static Credentials ofProvenLink(String id) {
        return new Credentials(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(id));
    }

    /** These and a link’s key. */
    public Credentials withKey(Optional<String> linkKey) {
        return new Credentials(linkKey, watchSession, ownerSession, token, identity, provenLink);
    }

    /** These and an API token. */
    public Credentials withToken(Optional<String> apiToken) {
        return new Credentials(key, watchSession, ownerSession, apiToken, identity, provenLink);
    }

    /** These and an identity token of the chat. */
    public Credentials withIdentity(Optional<String> identityToken) {
        return new Credentials(key, watchSession, ownerSession, token, identityToken, provenLink);
    }

    /** Whether a session of a watch page or of the owner is among them, valid or not. */
    public boolean hasSession() {
        return watchSession.isPresent() || ownerSession.isPresent();
    }

    /** Does not show the secrets. */
    @Override
    public String toString() {
        return "Credentials[]";
    }
}
