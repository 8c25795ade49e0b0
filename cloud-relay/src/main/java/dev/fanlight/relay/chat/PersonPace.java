package dev.fanlight.relay.chat;

import dev.fanlight.relay.ratelimit.TokenBucket;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.Optional;

/** How fast one person may do things in one room. Not thread safe. */
final class PersonPace {

    /** Lines in a row. */
    static final int CHAT_BURST = 3;

    /** Lines a second after that: three in four seconds. */
    static final double CHAT_RATE = 0.75;

    /** Least time between two changes of a name. */
    static final Duration RENAME_INTERVAL = Duration.ofSeconds(10);

    /** Acts of moderation in a row: somebody cleans up after a flood. */
    static final int ACT_BURST = 30;

    /** Acts of moderation a second after that. */
    static final double ACT_RATE = 5;

    private final NanoClock clock;
    private final TokenBucket lines;
    private final TokenBucket renames;
    private final TokenBucket acts;
    private final SpamGuard offences;
    private Optional<Long> lastLine = Optional.empty();

    PersonPace(NanoClock clock) {
        this.clock = clock;
        this.lines = new TokenBucket(clock, CHAT_RATE, CHAT_BURST);
        this.renames = new TokenBucket(clock, 1.0 / RENAME_INTERVAL.toSeconds(), 1);
        this.acts = new TokenBucket(clock, ACT_RATE, ACT_BURST);
        this.offences = new SpamGuard(clock);
    }

    /** How long to wait before the next line; empty when it may come now, and is counted. */
    Optional<Duration> waitToTalk() {
        return take(lines);
    }

    /** How long to wait before the next change of name; empty when it may come now, and is counted. */
    Optional<Duration> waitToRename() {
        return take(renames);
    }

    /** How long to wait before the next act of moderation; empty when it may come now, and is counted. */
    Optional<Duration> waitToAct() {
        return take(acts);
    }

    /** How long to wait in slow mode. */
    Optional<Duration> waitInSlowMode(Duration interval) {
        return lastLine.map(last -> interval.minusNanos(clock.nanoTime() - last))
                .filter(left -> !left.isNegative() && !left.isZero());
    }

    void spoke() {
        lastLine = Optional.of(clock.nanoTime());
    }

    SpamGuard offences() {
        return offences;
    }

    private static Optional<Duration> take(TokenBucket bucket) {
        return bucket.take(1) ? Optional.empty() : Optional.of(bucket.untilAvailable(1));
    }
}
