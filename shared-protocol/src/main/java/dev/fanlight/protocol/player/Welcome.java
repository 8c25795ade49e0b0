package dev.fanlight.protocol.player;

import dev.fanlight.protocol.Features;
import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToPlayer;
import dev.fanlight.protocol.chat.ChatRole;

/**
 * The answer to {@link Watch}: the player is admitted.
 *
 * @param camera name of the camera
 * @param title the title of the camera
 * @param relay version of the relay
 * @param person the viewer’s id in the chat
 * @param name the viewer’s name in the chat
 * @param role the viewer’s role
 * @param token identifies the same person again, for 30 days
 * @param features what the relay supports beyond version 1
 */
public record Welcome(
        String camera,
        String title,
        String relay,
        String person,
        String name,
        ChatRole role,
        String token,
        Features features)
        implements ToPlayer {

    /** Omits the token, which must not be logged. */
    @Override
    public String toString() {
        return "Welcome[camera=" + camera + ", person=" + person + "]";
    }

    @Override
    public MessageType type() {
        return MessageType.WELCOME;
    }
}
