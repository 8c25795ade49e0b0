package dev.fanlight.protocol.player;

import dev.fanlight.protocol.Features;
import dev.fanlight.protocol.FromPlayer;
import dev.fanlight.protocol.MessageType;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The first message of a player: asks to watch a camera.
 *
 * @param camera name of the camera
 * @param key the secret of the link; without it the session of the upgrade request applies, or the camera is public
 * @param person token of an earlier {@link Welcome}
 * @param chatSince the last chat {@code seq} that the player has
 * @param features what the player supports beyond version 1
 */
public record Watch(
        String camera, Optional<String> key, Optional<String> person, OptionalLong chatSince, Features features)
        implements FromPlayer {

    /** A player without further features. */
    public Watch(String camera, Optional<String> key, Optional<String> person, OptionalLong chatSince) {
        this(camera, key, person, chatSince, Features.NONE);
    }

    /** Omits the key and the token, which must not be logged. */
    @Override
    public String toString() {
        return "Watch[camera=" + camera + "]";
    }

    @Override
    public MessageType type() {
        return MessageType.WATCH;
    }
}
