package dev.fanlight.protocol.chat;

import dev.fanlight.protocol.FromPlayer;
import dev.fanlight.protocol.MessageType;

/**
 * Adds a reaction to a line of the chat, or takes it back; {@link ChatReactions} reports what then stands there.
 *
 * @param seq position of the line in the chat
 * @param reaction which
 * @param on whether it is added; the same twice is once
 */
public record React(long seq, Reaction reaction, boolean on) implements FromPlayer {

    @Override
    public MessageType type() {
        return MessageType.REACT;
    }
}
