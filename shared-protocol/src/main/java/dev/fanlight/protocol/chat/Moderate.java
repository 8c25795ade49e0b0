package dev.fanlight.protocol.chat;

import dev.fanlight.protocol.FromPlayer;
import dev.fanlight.protocol.MessageType;

/**
 * A moderator’s act; answered with {@link Moderated}.
 *
 * @param clientId names it in the answer, 8–64 of {@code [A-Za-z0-9_-]}
 * @param act what is to be done
 */
public record Moderate(String clientId, ModerationAct act) implements FromPlayer {

    @Override
    public MessageType type() {
        return MessageType.MODERATE;
    }
}
