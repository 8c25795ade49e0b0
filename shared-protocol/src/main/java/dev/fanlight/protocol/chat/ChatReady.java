package dev.fanlight.protocol.chat;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToPlayer;

/**
 * The history has been told.
 *
 * @param last newest seq, 0 when there is none
 * @param gap lines after chat_since that are gone
 */
public record ChatReady(long last, long gap) implements ToPlayer {

    @Override
    public MessageType type() {
        return MessageType.CHAT_READY;
    }
}
