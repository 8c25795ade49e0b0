package dev.fanlight.relay.ratelimit;

import java.time.Duration;
import java.util.List;

/** How often an address may do each kind of thing. A link’s key has 128 bits and a join code’s secret 80: these come second. Immutable. */
final class Rates {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private static final int MINUTES_OF_TRIES = 6;

    private final int connectsPerMinute;
    private final int triesPerMinute;

    /** Rates of which an operator chooses some: behind one address there may be a household or a town. */
    Rates(int connectsPerMinute, int triesPerMinute) {
        this.connectsPerMinute = connectsPerMinute;
        this.triesPerMinute = triesPerMinute;
    }

    List<Rate> of(LimitedAction kind) {
        return switch (kind) {
            case SOCKET -> List.of(new Rate(connectsPerMinute, MINUTE, connectsPerMinute + connectsPerMinute / 2));
            case FAILED_PASSWORD -> List.of(new Rate(1, SECOND), new Rate(5, MINUTE), new Rate(20, HOUR));
            case FAILED_CREDENTIALS ->
                List.of(new Rate(triesPerMinute, MINUTE), new Rate(triesPerMinute * MINUTES_OF_TRIES, HOUR));
            case JOIN -> List.of(new Rate(triesPerMinute, MINUTE));
            case REQUEST -> List.of(new Rate(20, SECOND, 60));
        };
    }
}
