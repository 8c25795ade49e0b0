package dev.fanlight.relay.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/**
 * How often a network has failed lately, for {@link FairPlaces}: one that fails all the time comes after those that do not, though it has
 * no more holders than they have. The newest {@link #MAX} networks. Thread safe, does not block.
 */
public final class NetworkFailures {

    /** Most networks. */
    public static final int MAX = 10_000;

    /** A network that has not failed for so long starts over. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    /** More failures than that make no difference. */
    private static final int MOST = 10_000;

    private final Cache<AddressKey, Integer> failures = Caffeine.newBuilder()
            .maximumSize(MAX)
            .expireAfterWrite(LIFE)
            .executor(Runnable::run)
            .build();

    /** Counts a failure of the network of {@code address}. */
    public void add(AddressKey address) {
        failures.asMap().merge(address.network(), 1, (before, one) -> Math.min(MOST, before + one));
    }

    /** Whether the network of {@code address} has failed. */
    public boolean any(AddressKey address) {
        return of(address.network()) > 0;
    }

    /** The failures of a network. */
    int of(AddressKey network) {
        Integer count = failures.getIfPresent(network);
        return count == null ? 0 : count;
    }
}
