package dev.fanlight.relay.socket;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * When peers that are sent away come back: each at a random moment of its own, agents before viewers, and not more viewers in a
 * second than a relay lets in while it streams. Thread safe if its randomness is.
 */
public final class ReturnTimes {

    /** The earliest agent; all of them within {@link #AGENT_SPAN}, so that there is a picture when viewers come. */
    public static final Duration FIRST_AGENT = Duration.ofSeconds(1);

    /** Between the earliest and the latest agent. */
    public static final Duration AGENT_SPAN = Duration.ofSeconds(1);

    /** The earliest viewer. */
    public static final Duration FIRST_VIEWER = Duration.ofSeconds(2);

    /** Viewers that come back in one second: 1,000 take 5 s, of which each has a fifth of them. */
    public static final int VIEWERS_PER_SECOND = 200;

    /** Between the earliest and the latest viewer at most; beyond it more of them come in a second. */
    public static final Duration MAX_VIEWER_SPAN = Duration.ofMinutes(1);

    private final RandomGenerator random;

    /** Takes its dice from {@code random}. */
    public ReturnTimes(RandomGenerator random) {
        this.random = random;
    }

    /** A wait for each of {@code count} peers of one kind: the span is divided evenly, and each has a random moment in its part. */
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
