package dev.fanlight.protocol.chat;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToPlayer;
import java.util.OptionalLong;

/**
 * The receiver is silenced, or no longer silenced. Sent to that person only.
 *
 * @param until the end by the relay’s clock, µs; empty when the silence is lifted
 */
public record ChatSilenced(OptionalLong until) implements ToPlayer {

    @Override
    public MessageType type() {
        return MessageType.CHAT_SILENCED;
    }
}
