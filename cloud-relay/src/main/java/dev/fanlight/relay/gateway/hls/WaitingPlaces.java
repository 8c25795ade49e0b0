package dev.fanlight.relay.gateway.hls;

import dev.fanlight.relay.ratelimit.AddressKey;
import dev.fanlight.relay.ratelimit.OpenCounts;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** How many requests wait, of each address and of all. Thread safe. */
final class WaitingPlaces {

    /** Most requests of an address that wait; a player has two or three. */
    static final int MAX_PER_ADDRESS = 100;

    /** Most requests that wait. */
    static final int MAX = 20_000;

    private final OpenCounts byAddress = new OpenCounts(MAX_PER_ADDRESS);
    private final AtomicInteger all = new AtomicInteger();

    /** Takes a place, which what is returned gives back; to be run once. Empty when there are too many. */
    Optional<Runnable> take(AddressKey address) {
        if (all.incrementAndGet() > MAX || !byAddress.open(address)) {
            all.decrementAndGet();
            return Optional.empty();
        }
        return Optional.of(() -> {
            byAddress.closed(address);
            all.decrementAndGet();
        });
    }

    /** How many requests wait. */
    int taken() {
        return all.get();
    }
}
