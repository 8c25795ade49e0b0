package dev.fanlight.relay.ratelimit;

import dev.fanlight.runtime.NanoClock;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.BucketListener;
import io.github.bucket4j.MathType;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.local.LockFreeBucket;

/** Our clock, for buckets. Thread safe. */
record BucketClock(NanoClock clock) implements TimeMeter {

    /** A full bucket. It shares its configuration with others, which the library’s builder would copy. */
    Bucket bucket(BucketConfiguration configuration) {
        return new LockFreeBucket(configuration, MathType.INTEGER_64_BITS, this, BucketListener.NOPE);
    }

    @Override
    public long currentTimeNanos() {
        return clock.nanoTime();
    }

    @Override
    public boolean isWallClockBased() {
        return false;
    }
}
