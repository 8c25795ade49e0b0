package dev.fanlight.relay.chat;

import dev.fanlight.protocol.chat.Refusal;
import java.time.Duration;
import java.util.Optional;

/**
 * Why somebody may not talk now. Immutable.
 *
 * @param reason told to them
 * @param retryAfter when they may, if that is known
 * @param beginsSilence whether they are silenced from now on
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

    /** To whole milliseconds, so that who waits for that long does not come too early. */
    private static Duration roundUp(Duration wait) {
        return Duration.ofMillis(wait.plusNanos(999_999).toMillis());
    }
}
