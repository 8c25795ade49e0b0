package dev.fanlight.relay.auth;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.chat.ChatRole;

/** An authenticated client, or one that is not. Immutable. */
public sealed interface Principal {

    /** A client without valid credentials. */
    record Anonymous() implements Principal {}

    /**
     * The holder of a link.
     *
     * @param link id of the link
     * @param camera which camera the link is for
     * @param role what it allows
     * @param ptz whether it allows to move the camera’s head
     * @param rewind how far back it lets viewers go
     */
    record LinkHolder(String link, CameraName camera, ChatRole role, boolean ptz, RewindRight rewind)
            implements Principal {

        /** The holder of a link that does not let viewers go back. */
        public LinkHolder(String link, CameraName camera, ChatRole role, boolean ptz) {
            this(link, camera, role, ptz, RewindRight.NONE);
        }
    }

    /**
     * A client without a link, where the camera is unlisted or public.
     *
     * @param camera which camera
     * @param role what it allows to visitors
     * @param visibility how it could be found when the visitor was admitted
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
     * A publisher with a publish key.
     *
     * @param id the key’s id, no secret
     * @param camera which camera it publishes
     */
    record PublishKey(String id, CameraName camera) implements Principal {}

    /**
     * The owner of the relay, or a program of the owner’s.
     *
     * @param by how the owner authenticated
     */
    record Owner(Proof by) implements Principal {}

    /** How an owner authenticated. */
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
