package dev.fanlight.relay.auth;

import dev.fanlight.identity.CameraName;

/**
 * One viewer of a camera, as the owner sees it. Immutable.
 *
 * @param camera the camera
 * @param person id in the chat
 * @param sinceMillis when it began; ms since 1970
 * @param address textual IP address of the client
 */
public record ViewingSession(CameraName camera, String person, long sinceMillis, String address) {

    /** Stands for the person in the list of viewers. */
    private static final String PLAYER = "player";

    /** One whose program has no chat, and so is no person there. */
    public static ViewingSession ofPlayer(CameraName camera, long sinceMillis, String address) {
        return new ViewingSession(camera, PLAYER, sinceMillis, address);
    }
}
