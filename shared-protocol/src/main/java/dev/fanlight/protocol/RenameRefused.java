package dev.fanlight.protocol;

import java.time.Duration;
import java.util.Optional;

/**
 * The name was not taken.
 *
 * @param reason why
 * @param retryAfter when it may be tried again, in whole milliseconds
 */
public record RenameRefused(Refusal reason, Optional<Duration> retryAfter) implements ToPlayer {

    @Override
    public MessageType type() {
        return MessageType.RENAME_REFUSED;
    }

    @Override
    public void dispatch(ToPlayer.Handler handler) {
        handler.on(this);
    }
}
