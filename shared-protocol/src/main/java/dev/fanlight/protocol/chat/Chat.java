package dev.fanlight.protocol.chat;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToPlayer;
import java.util.Optional;

/**
 * A chat message.
 *
 * @param seq position in the camera’s chat, from 1
 * @param time when it was accepted, by the relay’s clock, µs
 * @param person id of the author
 * @param name name of the author at that time
 * @param text plain text
 * @param badge the author’s badge at that time
 */
public record Chat(long seq, long time, String person, String name, String text, Optional<Badge> badge)
        implements ToPlayer {

    @Override
    public MessageType type() {
        return MessageType.CHAT;
    }
}
