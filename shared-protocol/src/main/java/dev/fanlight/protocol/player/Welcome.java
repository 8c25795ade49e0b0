package dev.fanlight.protocol.player;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToPlayer;
import dev.fanlight.protocol.chat.ChatRole;

/**
 * The link’s key was good.
 *
 * @param camera name of the camera
 * @param title what the page shows
 * @param relay version of the relay
 * @param person id in the chat
 * @param name name in the chat
 * @param role what one may do in the chat
 * @param token keeps person and name for 30 days
 */
public record Welcome(
        String camera, String title, String relay, String person, String name, ChatRole role, String token)
        implements ToPlayer {

    /** Leaves the token out: it has no place in a log. */
    @Override
    public String toString() {
        return "Welcome[camera=" + camera + ", person=" + person + "]";
    }

    @Override
    public MessageType type() {
        return MessageType.WELCOME;
    }
}
