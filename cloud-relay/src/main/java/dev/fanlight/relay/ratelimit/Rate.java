package dev.fanlight.relay.ratelimit;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConfigurationBuilder;
import java.time.Duration;
import java.util.List;

/**
 * So much in so much time, flowing in evenly. Immutable.
 *
 * @param amount at least 1
 * @param per in so much time
 * @param burst most at once, after a pause
 */
record Rate(int amount, Duration per, int burst) {

    /** No more at once than in the whole time. */
    Rate(int amount, Duration per) {
        this(amount, per, amount);
    }

    /** A bucket of which all these rates are true. */
    static BucketConfiguration all(List<Rate> rates) {
        ConfigurationBuilder bucket = BucketConfiguration.builder();
        rates.forEach(
                rate -> bucket.addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.amount(), rate.per())));
        return bucket.build();
    }
}
