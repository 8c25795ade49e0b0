package dev.fanlight.relay.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.fanlight.runtime.NanoClock;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How often a device may take its own place: {@link #PER_MINUTE} times, which a bad connection does and two computers with one key exceed.
 * Remembers {@link #MAX_DEVICES} at most. Thread safe, does not block.
 */
public final class ReplacementLimit {

    /** Times a minute. */
    public static final int PER_MINUTE = 3;

    /** Most devices that are remembered. */
    public static final int MAX_DEVICES = 10_000;

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final BucketConfiguration RATE = Rate.all(List.of(new Rate(PER_MINUTE, MINUTE)));

    private final BucketClock meter;
    private final Cache<String, Bucket> buckets;

    /** Nobody has been replaced. */
    public ReplacementLimit(NanoClock clock) {
        meter = new BucketClock(clock);
        buckets = Caffeine.newBuilder()
                .maximumSize(MAX_DEVICES)
                .expireAfterAccess(MINUTE)
                .ticker(clock::nanoTime)
                .executor(Runnable::run)
                .build();
    }

    /** Counts one; how long to wait when that is one too many. */
    public Optional<Duration> take(String device) {
        ConsumptionProbe probe =
                buckets.get(device, unknown -> meter.bucket(RATE)).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
}
