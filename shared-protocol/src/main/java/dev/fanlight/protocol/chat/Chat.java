package dev.fanlight.protocol.chat;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToPlayer;
import java.util.Optional;

/**
 * One line of the chat.
 *
 * @param seq orders the room’s lines, from 1
 * @param time relay’s clock, µs
 * @param person id of the author
 * @param name name of the author when it was written
 * @param text plain text
 * @param badge what the author was in this chat when it was written
 */
public record Chat(long seq, long time, String person, String name, String text, Optional<Badge> badge)
        implements ToPlayer {

    @Override
    public MessageType type() {
        return MessageType.CHAT;
    }
}
