package dev.fanlight.relay.chat;

import dev.fanlight.protocol.Refusal;
import java.time.Duration;
import java.util.Optional;

/**
 * Why somebody may not talk now. Immutable.
 *
 * @param reason told to them
 * @param retryAfter when they may, if that is known
 * @param beginsSilence whether they are silenced from now on
 */
record TalkRefusal(Refusal reason, Optional<Duration> retryAfter, boolean beginsSilence) {

    static TalkRefusal of(Refusal reason) {
        return new TalkRefusal(reason, Optional.empty(), false);
    }

    static TalkRefusal of(Refusal reason, Duration wait) {
        return new TalkRefusal(reason, Optional.of(roundUp(wait)), false);
    }

    static TalkRefusal silence(Duration length) {
        return new TalkRefusal(Refusal.SILENCED, Optional.of(length), true);
    }

    /** To whole milliseconds, so that who waits for that long does not come too early. */
    private static Duration roundUp(Duration wait) {
        return Duration.ofMillis(wait.plusNanos(999_999).toMillis());
    }
}
