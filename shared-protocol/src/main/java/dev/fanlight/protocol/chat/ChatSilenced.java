package dev.fanlight.protocol.chat;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToPlayer;
import java.util.OptionalLong;

/**
 * One may not talk for a while, or may again. Told to that person only.
 *
 * @param until relay’s clock, µs; empty when it is lifted
 */
public record ChatSilenced(OptionalLong until) implements ToPlayer {

    @Override
    public MessageType type() {
        return MessageType.CHAT_SILENCED;
    }
}
