package dev.fanlight.relay.event;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was reported a moment ago, so that what happens again and again is reported once in a while. Thread safe.
 *
 * @param <K> what reports are about
 */
public final class RecentReports<K> {

    private final long quietNanos;

    @GuardedBy("this")
    private final Map<K, Long> reported;

    /**
     * Nothing was reported yet.
     *
     * @param quiet how long the same is not reported again
     * @param most how much is remembered; the oldest is forgotten
     */
    public RecentReports(Duration quiet, int most) {
        this.quietNanos = quiet.toNanos();
        this.reported = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Long> eldest) {
                return size() > most;
            }
        };
    }

    /** It happens at {@code nowNanos}; whether that is to be reported. */
    public synchronized boolean isNews(K about, long nowNanos) {
        Long before = reported.get(about);
        if (before != null && nowNanos - before < quietNanos) {
            return false;
        }
        reported.remove(about);
        reported.put(about, nowNanos);
        return true;
    }
}
