package dev.fanlight.protocol;

import java.time.Duration;
import java.util.Optional;

/**
 * The last message before the relay closes the socket.
 *
 * @param reason a name of {@link CloseReason}
 * @param retryAfter when the relay will be back, in whole milliseconds
 */
public record Goodbye(String reason, Optional<Duration> retryAfter) implements ToAgent, ToPlayer {

    @Override
    public MessageType type() {
        return MessageType.GOODBYE;
    }
}
