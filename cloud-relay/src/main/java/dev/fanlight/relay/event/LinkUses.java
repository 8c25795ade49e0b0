package dev.fanlight.relay.event;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which links were used a moment ago, so that each is reported once. Thread safe. */
public final class LinkUses {

    /** How long the same link is not reported again. */
    static final Duration QUIET = Duration.ofMinutes(10);

    /** Most links that are remembered; the oldest are forgotten. */
    static final int MAX_LINKS = 1_000;

    @GuardedBy("this")
    private final Map<String, Long> reported = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MAX_LINKS;
        }
    };

    /** A link is used; whether that is to be reported. */
    public synchronized boolean isNew(String link, long nowNanos) {
        Long before = reported.get(link);
        if (before != null && nowNanos - before < QUIET.toNanos()) {
            return false;
        }
        reported.remove(link);
        reported.put(link, nowNanos);
        return true;
    }
}
