package dev.fanlight.relay.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.fanlight.runtime.NanoClock;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Locks a link for {@link #LOCKED} after too many wrong passwords from anywhere, so that many addresses together get no further than
 * one. To be asked about links that exist only. Remembers {@link #MAX_LINKS} at most. Thread safe, does not block.
 */
public final class LinkLocks {

    /** Wrong passwords an hour that a link bears. */
    public static final int FAILURES_PER_HOUR = 100;

    /** How long it is locked then. */
    public static final Duration LOCKED = Duration.ofMinutes(15);

    /** Most links that are remembered, those with the newest failures. */
    public static final int MAX_LINKS = 10_000;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final BucketConfiguration FAILURES = Rate.all(List.of(new Rate(FAILURES_PER_HOUR, HOUR)));

    private final BucketClock meter;
    private final Cache<String, Bucket> failures;
    private final Cache<String, Long> lockedAt;

    /** No link is locked. */
    public LinkLocks(NanoClock clock) {
        meter = new BucketClock(clock);
        failures = remembering(clock).expireAfterAccess(HOUR).build();
        lockedAt = remembering(clock).expireAfterWrite(LOCKED).build();
    }

    /** How long the link stays locked, if it is. */
    public Optional<Duration> locked(String link) {
        return Optional.ofNullable(lockedAt.getIfPresent(link))
                .map(since -> LOCKED.minusNanos(meter.currentTimeNanos() - since));
    }

    /** Counts a wrong password; whether the link is locked from now on. */
    public boolean failed(String link) {
        if (failures.get(link, unknown -> meter.bucket(FAILURES)).tryConsume(1)) {
            return false;
        }
        lockedAt.put(link, meter.currentTimeNanos());
        return true;
    }

    private static Caffeine<Object, Object> remembering(NanoClock clock) {
        return Caffeine.newBuilder()
                .maximumSize(MAX_LINKS)
                .ticker(clock::nanoTime)
                .executor(Runnable::run);
    }
}
