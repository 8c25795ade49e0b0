package dev.fanlight.relay.chat;

import dev.fanlight.relay.ratelimit.TokenBucket;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.Optional;

/** Rate limits of one person in one room. Not thread safe. */
final class PersonLimits {

    /** Burst of lines. */
    static final int CHAT_BURST = 3;

    /** Lines per second: three in four seconds. */
    static final double CHAT_RATE = 0.75;

    /** Least time between two renames. */
    static final Duration RENAME_INTERVAL = Duration.ofSeconds(10);

    /** Burst of reactions. */
    static final int REACTION_BURST = 5;

    /** Reactions per second. */
    static final double REACTION_RATE = 1;

    /** Burst of moderation commands: enough to clean up after a flood. */
    static final int ACT_BURST = 30;

    /** Moderation commands per second. */
    static final double ACT_RATE = 5;

    private final NanoClock clock;
    private final TokenBucket lines;
    private final TokenBucket renames;
    private final TokenBucket reactions;
    private final TokenBucket acts;
    private final SpamGuard spamGuard;
    private Optional<Long> lastLine = Optional.empty();

    PersonLimits(NanoClock clock) {
        this.clock = clock;
        this.lines = new TokenBucket(clock, CHAT_RATE, CHAT_BURST);
        this.renames = new TokenBucket(clock, 1.0 / RENAME_INTERVAL.toSeconds(), 1);
        this.reactions = new TokenBucket(clock, REACTION_RATE, REACTION_BURST);
        this.acts = new TokenBucket(clock, ACT_RATE, ACT_BURST);
        this.spamGuard = new SpamGuard(clock);
    }

    /** Wait before the next line; empty when it is permitted now, and then counted. */
    Optional<Duration> waitToPost() {
        return take(lines);
    }

    /** Wait before the next rename; empty when it is permitted now, and then counted. */
    Optional<Duration> waitToRename() {
        return take(renames);
    }

    /** Wait before the next reaction; empty when it is permitted now, and then counted. */
    Optional<Duration> waitToReact() {
        return take(reactions);
    }

    /** Wait before the next moderation command; empty when it is permitted now, and then counted. */
    Optional<Duration> waitToAct() {
        return take(acts);
    }

    /** Wait before the next line in slow mode. */
    Optional<Duration> waitInSlowMode(Duration interval) {
        return lastLine.map(last -> interval.minusNanos(clock.nanoTime() - last))
                .filter(left -> !left.isNegative() && !left.isZero());
    }

    void posted() {
        lastLine = Optional.of(clock.nanoTime());
    }

    SpamGuard spamGuard() {
        return spamGuard;
    }

    private static Optional<Duration> take(TokenBucket bucket) {
        return bucket.take(1) ? Optional.empty() : Optional.of(bucket.untilAvailable(1));
    }
}
