package dev.fanlight.relay.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.fanlight.runtime.NanoClock;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Objects;
import java.util.Optional;

/**
 * How often each address may do each {@link LimitedAction} of thing. What is a failure is counted when it has happened: {@link #blocked} before
 * the try, {@link #take} after a failure. Remembers {@link #MAX_KEYS} at most, those that were heard of last. Thread safe, does not
 * block.
 */
public final class AddressLimits {

    /** Most pairs of address and kind that are remembered: some 20 MiB (measured by {@code GuessScenarioTest}). */
    public static final int MAX_KEYS = 50_000;

    private static final Duration FORGET_AFTER = Duration.ofHours(24);

    private final BucketClock meter;
    private final EnumMap<LimitedAction, BucketConfiguration> configurations = new EnumMap<>(LimitedAction.class);
    private final Cache<Counted, Bucket> buckets;

    /**
     * Limits of a relay that has heard of nobody yet.
     *
     * @param connectsPerMinute sockets that one address may open a minute, and half as many more at once
     * @param triesPerMinute join codes and wrong links that one address may try a minute
     */
    public AddressLimits(NanoClock clock, int connectsPerMinute, int triesPerMinute) {
        Rates rates = new Rates(connectsPerMinute, triesPerMinute);
        for (LimitedAction kind : LimitedAction.values()) {
            configurations.put(kind, Rate.all(rates.of(kind)));
        }
        meter = new BucketClock(clock);
        buckets = Caffeine.newBuilder()
                .maximumSize(MAX_KEYS)
                .expireAfterAccess(FORGET_AFTER)
                .ticker(clock::nanoTime)
                .executor(Runnable::run)
                .build();
    }

    /** Counts one of these; how long to wait when that is one too many, which is then not counted. */
    public Optional<Duration> take(LimitedAction kind, AddressKey address) {
        Bucket bucket = buckets.get(new Counted(kind, address), this::newBucket);
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** How long to wait until {@link #take} would allow one, without counting anything; empty when it would now. */
    public Optional<Duration> blocked(LimitedAction kind, AddressKey address) {
        Bucket bucket = buckets.getIfPresent(new Counted(kind, address));
        if (bucket == null) {
            return Optional.empty();
        }
        EstimationProbe probe = bucket.estimateAbilityToConsume(1);
        return probe.canBeConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** Gives one back that was taken for a failure which did not come. */
    public void giveBack(LimitedAction kind, AddressKey address) {
        Bucket bucket = buckets.getIfPresent(new Counted(kind, address));
        if (bucket != null) {
            bucket.addTokens(1);
        }
    }

    /** How many pairs of address and kind are remembered now. */
    public long size() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket newBucket(Counted counted) {
        return meter.bucket(Objects.requireNonNull(configurations.get(counted.kind())));
    }

    private record Counted(LimitedAction kind, AddressKey address) {}
}
