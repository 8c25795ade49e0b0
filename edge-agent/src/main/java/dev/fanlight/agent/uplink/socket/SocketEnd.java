package dev.fanlight.agent.uplink.socket;

import dev.fanlight.protocol.CloseReason;
import java.time.Duration;
import java.util.Optional;

/**
 * How a socket ended. Immutable.
 *
 * @param reason of the close code, empty when it broke off or the code says nothing to us
 * @param retryAfter how long the relay asked us to stay away
 */
public record SocketEnd(Optional<CloseReason> reason, Optional<Duration> retryAfter) {

    /** It broke off. */
    public static final SocketEnd LOST = new SocketEnd(Optional.empty(), Optional.empty());

    /** In a sentence for people. */
    public String sentence() {
        if (reason.equals(Optional.of(CloseReason.BUSY))) {
            return "The relay is busy"
                    + retryAfter
                            .map(wait -> " and asks to come back in " + wait.toSeconds() + " s")
                            .orElse("") + ".";
        }
        return reason.map(known -> "The relay ended the connection (" + known.wireName() + ").")
                .orElse("The connection was lost.");
    }
}
