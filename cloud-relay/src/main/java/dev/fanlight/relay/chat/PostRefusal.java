package dev.fanlight.relay.chat;

import dev.fanlight.protocol.chat.Refusal;
import java.time.Duration;
import java.util.Optional;

/**
 * Why a line or a rename is refused now. Immutable.
 *
 * @param reason sent to the author
 * @param retryAfter time until it would be accepted, if known
 * @param beginsSilence whether a silence begins with this refusal
 */
record PostRefusal(Refusal reason, Optional<Duration> retryAfter, boolean beginsSilence) {

    static PostRefusal of(Refusal reason) {
        return new PostRefusal(reason, Optional.empty(), false);
    }

    static PostRefusal of(Refusal reason, Duration wait) {
        return new PostRefusal(reason, Optional.of(roundUp(wait)), false);
    }

    static PostRefusal silence(Duration length) {
        return new PostRefusal(Refusal.SILENCED, Optional.of(length), true);
    }

    /** To whole milliseconds, so that a retry after that time is not too early. */
    private static Duration roundUp(Duration wait) {
        return Duration.ofMillis(wait.plusNanos(999_999).toMillis());
    }
}
