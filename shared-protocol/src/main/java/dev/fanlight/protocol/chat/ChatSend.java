package dev.fanlight.protocol.chat;

import dev.fanlight.protocol.FromAgent;
import dev.fanlight.protocol.FromPlayer;
import dev.fanlight.protocol.MessageType;
import java.util.OptionalLong;

/**
 * Posts a chat message; answered by {@link ChatAccepted} or {@link ChatRefused}.
 *
 * @param clientId 8–64 of [A-Za-z0-9_-], makes it safe to send it again
 * @param text plain text
 * @param replyTo {@code seq} of the line that it answers; a line that is no longer shown is not answered
 */
public record ChatSend(String clientId, String text, OptionalLong replyTo) implements FromPlayer, FromAgent {

    /** A message that answers no other. */
    public ChatSend(String clientId, String text) {
        this(clientId, text, OptionalLong.empty());
    }

    @Override
    public MessageType type() {
        return MessageType.CHAT_SEND;
    }
}
