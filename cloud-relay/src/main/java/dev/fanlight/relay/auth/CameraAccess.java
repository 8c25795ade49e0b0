package dev.fanlight.relay.auth;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.relay.stream.PauseState;

/**
 * How a camera is open to clients that found it by one name or id, as read from the store at one moment. Immutable.
 *
 * @param camera its name now
 * @param title what pages show
 * @param visibility how it can be found
 * @param byUnlistedId whether it was looked up by its unlisted id
 * @param visitors what visitors without a link may do
 * @param pause whether the owner has paused it
 * @param preview whether its last still may be shown to anyone who has its address
 * @param transcode whether its video may be made H.264 for players that cannot take it as it is
 */
public record CameraAccess(
        CameraName camera,
        String title,
        Visibility visibility,
        boolean byUnlistedId,
        ChatRole visitors,
        PauseState pause,
        boolean preview,
        boolean transcode) {

    /** Whether visitors without a link may watch. */
    public boolean isOpen() {
        return visibility == Visibility.PUBLIC || (visibility == Visibility.UNLISTED && byUnlistedId);
    }

    /** Whether its last still may be shown to who asked by this name or id: the name of an unlisted camera is not its address. */
    public boolean mayBePreviewed() {
        return preview && (visibility != Visibility.UNLISTED || byUnlistedId);
    }

    /** A visitor without a link. */
    Principal.Visitor visitor() {
        return new Principal.Visitor(camera, visitors, visibility);
    }
}
