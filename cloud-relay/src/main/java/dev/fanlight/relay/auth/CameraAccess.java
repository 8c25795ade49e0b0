package dev.fanlight.relay.auth;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.chat.ChatRole;

/**
 * How open a camera is to somebody who got to it in one way. Immutable.
 *
 * @param camera its name now
 * @param title what pages show
 * @param visibility how it can be found
 * @param byLongId whether it was asked for by its long id
 * @param visitors what anybody may do there
 * @param isPaused whether the owner has paused it
 */
public record CameraAccess(
        CameraName camera, String title, Visibility visibility, boolean byLongId, ChatRole visitors, boolean isPaused) {

    /** Whether anybody may watch who got to it in this way. */
    public boolean isOpen() {
        return visibility == Visibility.PUBLIC || (visibility == Visibility.UNLISTED && byLongId);
    }

    /** Who anybody is there. */
    Principal.Visitor visitor() {
        return new Principal.Visitor(camera, visitors, visibility);
    }
}
