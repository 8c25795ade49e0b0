package dev.fanlight.protocol.chat;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToPlayer;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A chat message.
 *
 * @param seq position in the camera’s chat, from 1
 * @param time when it was accepted, by the relay’s clock, µs
 * @param person id of the author
 * @param name name of the author at that time
 * @param text plain text
 * @param badge the author’s badge at that time
 * @param replyTo {@code seq} of the line that it answers
 */
public record Chat(
        long seq, long time, String person, String name, String text, Optional<Badge> badge, OptionalLong replyTo)
        implements ToPlayer {

    @Override
    public MessageType type() {
        return MessageType.CHAT;
    }
}
