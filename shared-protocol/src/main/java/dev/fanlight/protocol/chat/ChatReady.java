package dev.fanlight.protocol.chat;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToPlayer;

/**
 * The history is complete.
 *
 * @param last the newest {@code seq}, 0 when there is none
 * @param gap number of messages after {@code chat_since} that are no longer stored
 */
public record ChatReady(long last, long gap) implements ToPlayer {

    @Override
    public MessageType type() {
        return MessageType.CHAT_READY;
    }
}
