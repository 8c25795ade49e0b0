package dev.fanlight.relay.http.route;

import dev.fanlight.relay.ratelimit.AddressKey;
import dev.fanlight.relay.ratelimit.AddressLimits;
import dev.fanlight.relay.ratelimit.LimitedAction;
import dev.fanlight.relay.ratelimit.OpenCounts;
import java.time.Duration;
import java.util.Optional;

/**
 * How many sockets of pages an address opens, and has open. Thread safe.
 *
 * @param limits how many it opens
 * @param open how many it has open
 */
public record SocketLimits(AddressLimits limits, OpenCounts open) {

    /** When an address with too many open sockets may try again; when one of them closes is unknown. */
    static final Duration WHEN_ONE_IS_CLOSED = Duration.ofSeconds(10);

    /** Counts that a socket is asked for; how long to wait when that is too often. */
    Optional<Duration> attempt(AddressKey address) {
        return limits.take(LimitedAction.SOCKET, address);
    }

    /** How long to wait when {@link #attempt} would refuse a socket now; counts nothing. */
    Optional<Duration> blocked(AddressKey address) {
        return limits.blocked(LimitedAction.SOCKET, address);
    }

    /** How long to wait when {@link #open} would refuse a socket now; counts nothing. */
    Optional<Duration> full(AddressKey address) {
        return open.isFull(address) ? Optional.of(WHEN_ONE_IS_CLOSED) : Optional.empty();
    }

    /** Counts one more open socket until {@link #closed}; how long to wait when that is one too many, which is then not counted. */
    Optional<Duration> open(AddressKey address) {
        return open.open(address) ? Optional.empty() : Optional.of(WHEN_ONE_IS_CLOSED);
    }

    /** A socket that was counted is closed, or was not opened after all. */
    void closed(AddressKey address) {
        open.closed(address);
    }
}
