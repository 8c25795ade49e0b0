package dev.fanlight.relay.socket;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * When disconnected peers reconnect: spread with jitter, agents before viewers, and no more viewers per second than a relay can admit while
 * it streams. Thread safe if its random source is.
 */
public final class ReturnTimes {

    /** The earliest agent; all within {@link #AGENT_SPAN}, so that streams are live again before viewers reconnect. */
    public static final Duration FIRST_AGENT = Duration.ofSeconds(1);

    /** Between the earliest and the latest agent. */
    public static final Duration AGENT_SPAN = Duration.ofSeconds(1);

    /** The earliest viewer. */
    public static final Duration FIRST_VIEWER = Duration.ofSeconds(2);

    /** Viewers that reconnect per second: 1,000 take 5 s. */
    public static final int VIEWERS_PER_SECOND = 200;

    /** Longest time between the earliest and the latest viewer; with more viewers the rate rises. */
    public static final Duration MAX_VIEWER_SPAN = Duration.ofMinutes(1);

    private final RandomGenerator random;

    /** Draws the jitter from {@code random}. */
    public ReturnTimes(RandomGenerator random) {
        this.random = random;
    }

    /** The waits of {@code count} peers of one kind: the span is divided evenly, with a random moment in each part. */
    public List<Duration> of(PeerKind kind, int count) {
        return switch (kind) {
            case AGENT -> spread(FIRST_AGENT, AGENT_SPAN, count);
            case VIEWER -> spread(FIRST_VIEWER, viewerSpan(count), count);
        };
    }

    private static Duration viewerSpan(int count) {
        Duration span = Duration.ofSeconds(1).multipliedBy(count).dividedBy(VIEWERS_PER_SECOND);
        return span.compareTo(MAX_VIEWER_SPAN) < 0 ? span : MAX_VIEWER_SPAN;
    }

    private List<Duration> spread(Duration first, Duration span, int count) {
        double part = (double) span.toNanos() / count;
        return IntStream.range(0, count)
                .mapToObj(i -> first.plusNanos((long) (part * (i + random.nextDouble()))))
                .toList();
    }
}
