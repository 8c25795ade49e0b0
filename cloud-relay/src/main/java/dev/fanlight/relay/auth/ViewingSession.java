package dev.fanlight.relay.auth;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.auth.WatchGate.Admitted;
import java.util.Optional;

/**
 * One viewer of a camera, as the owner sees it. Immutable.
 *
 * @param camera the camera
 * @param person id in the chat
 * @param sinceMillis when it began; ms since 1970
 * @param address textual IP address of the client
 * @param label what the owner calls the link, empty without one
 * @param player protocol of a program that has no chat; empty for a page
 */
public record ViewingSession(
        CameraName camera, String person, long sinceMillis, String address, String label, Optional<String> player) {

    /** Stands for the person in the list of viewers. */
    private static final String PLAYER = "player";

    /** One with a page, who is this person in the chat. */
    public static ViewingSession ofPerson(Admitted admitted, String person, long sinceMillis, String address) {
        return new ViewingSession(admitted.camera(), person, sinceMillis, address, admitted.label(), Optional.empty());
    }

    /**
     * One whose program has no chat, and so is no person there.
     *
     * @param protocol by which it watches, in small letters
     */
    public static ViewingSession ofPlayer(Admitted admitted, String protocol, long sinceMillis, String address) {
        return new ViewingSession(
                admitted.camera(), PLAYER, sinceMillis, address, admitted.label(), Optional.of(protocol));
    }
}
