package dev.fanlight.relay.auth;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.chat.ChatRole;

/** Who asks. Immutable. */
public sealed interface Principal {

    /** Nobody in particular, which is also who shows a wrong key. */
    record Anonymous() implements Principal {}

    /**
     * Somebody with a link.
     *
     * @param link id of the link
     * @param camera which camera the link is for
     * @param role what it allows
     */
    record LinkHolder(String link, CameraName camera, ChatRole role) implements Principal {}

    /**
     * Anybody, where a camera is unlisted or public.
     *
     * @param camera which camera
     * @param role what it allows to anybody
     * @param visibility how it could be found then
     */
    record Visitor(CameraName camera, ChatRole role, Visibility visibility) implements Principal {}

    /**
     * A registered device that proved its key.
     *
     * @param id the device’s id
     * @param camera which camera it publishes
     */
    record Device(String id, CameraName camera) implements Principal {}

    /**
     * The owner of the relay, or a program of the owner’s.
     *
     * @param by what proves it
     */
    record Owner(Proof by) implements Principal {}

    /** What somebody proves with to be the owner. */
    sealed interface Proof {}

    /**
     * A session that began with the password.
     *
     * @param id id of the session
     */
    record BySession(String id) implements Proof {}

    /**
     * An API token.
     *
     * @param id id of the token
     * @param readOnly whether it may only look
     */
    record ByToken(String id, boolean readOnly) implements Proof {}

    /** The token file in the state folder, which only the relay’s own user can read. */
    record ByHost() implements Proof {}
}
