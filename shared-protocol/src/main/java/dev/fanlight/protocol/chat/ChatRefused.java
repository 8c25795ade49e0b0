package dev.fanlight.protocol.chat;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToAgent;
import dev.fanlight.protocol.ToPlayer;
import java.time.Duration;
import java.util.Optional;

/**
 * The chat message was refused.
 *
 * @param clientId of the {@link ChatSend}
 * @param reason why
 * @param retryAfter when it may be sent again, in whole milliseconds
 */
public record ChatRefused(String clientId, Refusal reason, Optional<Duration> retryAfter) implements ToPlayer, ToAgent {

    @Override
    public MessageType type() {
        return MessageType.CHAT_REFUSED;
    }
}
