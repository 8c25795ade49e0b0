package dev.fanlight.relay.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.fanlight.relay.ratelimit.AddressKey;
import java.time.Duration;

/** Addresses at which the owner’s password was right, the newest {@link #MAX}, for {@link #LIFE}. Thread safe, does not block. */
public final class TrustedAddresses {

    /** Most addresses. */
    public static final int MAX = 100;

    /** How long one is trusted after the password was right last. */
    public static final Duration LIFE = Duration.ofDays(30);

    private final Cache<AddressKey, Boolean> known = Caffeine.newBuilder()
            .maximumSize(MAX)
            .expireAfterWrite(LIFE)
            .executor(Runnable::run)
            .build();

    /** Trusts an address from now on. */
    public void add(AddressKey address) {
        known.put(address, true);
    }

    /** Whether the password was right there. */
    public boolean contains(AddressKey address) {
        return known.getIfPresent(address) != null;
    }
}
