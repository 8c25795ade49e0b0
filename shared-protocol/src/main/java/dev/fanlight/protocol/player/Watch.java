package dev.fanlight.protocol.player;

import dev.fanlight.protocol.FromPlayer;
import dev.fanlight.protocol.MessageType;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * First message on a player socket.
 *
 * @param camera name of the camera
 * @param key the link’s secret; without one the session of the upgrade request counts, or the camera is public
 * @param person token of an earlier {@link Welcome}
 * @param chatSince last chat seq that was seen
 */
public record Watch(String camera, Optional<String> key, Optional<String> person, OptionalLong chatSince)
        implements FromPlayer {

    /** Leaves the key and the token out: they have no place in a log. */
    @Override
    public String toString() {
        return "Watch[camera=" + camera + "]";
    }

    @Override
    public MessageType type() {
        return MessageType.WATCH;
    }
}
