package dev.fanlight.relay.http.listen;

import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.ratelimit.AddressKey;
import dev.fanlight.relay.ratelimit.FairPlaces;
import io.netty.channel.Channel;

/**
 * Limits the connections that are in their TLS handshake. When there is one more, the one is closed that has taken longest of those of the
 * address with the most: an honest client needs a few round trips and one place, so those that only occupy places lose them, and however
 * many connections one address opens, it closes its own. Thread safe.
 */
public final class HandshakeLimit {

    /** Most handshakes at a time, each of which may hold some 50 KiB. */
    static final int MAX = 200;

    private final FairPlaces<Channel> handshaking;
    private final RelayCounters counters;
    private final ErrorLog errors;

    /** Allows {@code max} at a time. */
    public HandshakeLimit(int max, RelayCounters counters, ErrorLog errors) {
        this.handshaking = new FairPlaces<>(max);
        this.counters = counters;
        this.errors = errors;
    }

    /** Counts an accepted connection until {@link #ended}. */
    public void began(Channel channel, AddressKey address) {
        handshaking.add(channel, address).ifPresent(this::evict);
    }

    /** A handshake has finished, or its connection is closed. */
    public void ended(Channel channel) {
        handshaking.remove(channel);
    }

    /** How many are in their handshake. */
    public int size() {
        return handshaking.size();
    }

    private void evict(Channel slowest) {
        counters.increment(RelayCounter.HANDSHAKES_EVICTED);
        errors.warn("Too many connections are in their TLS handshake; those of the busiest address are closed");
        var unused = slowest.close();
    }
}
