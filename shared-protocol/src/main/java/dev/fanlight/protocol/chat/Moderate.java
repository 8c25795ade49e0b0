package dev.fanlight.protocol.chat;

import dev.fanlight.protocol.FromPlayer;
import dev.fanlight.protocol.MessageType;

/**
 * An act of moderation; answered by {@link Moderated}.
 *
 * @param clientId identifies it in the answer, 8–64 of {@code [A-Za-z0-9_-]}
 * @param act the act
 */
public record Moderate(String clientId, ModerationAct act) implements FromPlayer {

    @Override
    public MessageType type() {
        return MessageType.MODERATE;
    }
}
