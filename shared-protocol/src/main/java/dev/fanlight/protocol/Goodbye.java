package dev.fanlight.protocol;

import java.time.Duration;
import java.util.Optional;

/**
 * The last message before the relay closes the socket.
 *
 * @param reason a name of {@link CloseReason}
 * @param retryAfter when the relay will be back, in whole milliseconds
 * @param request the id by which the relay’s log names this session, for people to quote
 */
public record Goodbye(String reason, Optional<Duration> retryAfter, Optional<String> request)
        implements ToAgent, ToPlayer {

    /** A goodbye of a session without an id. */
    public Goodbye(String reason, Optional<Duration> retryAfter) {
        this(reason, retryAfter, Optional.empty());
    }

    @Override
    public MessageType type() {
        return MessageType.GOODBYE;
    }
}
