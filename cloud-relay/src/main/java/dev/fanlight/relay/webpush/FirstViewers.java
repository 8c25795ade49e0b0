package dev.fanlight.relay.webpush;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.identity.CameraName;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps somebody who comes and goes from waking the owner's phone again and again: of a camera, one first viewer in a while. Thread safe. */
final class FirstViewers {

    /** How long nothing is said of the same camera's viewers again. */
    static final Duration QUIET = Duration.ofMinutes(10);

    /** Most cameras that are remembered for that; the oldest is forgotten. */
    static final int MAX_CAMERAS = 1_000;

    @GuardedBy("this")
    private final Map<CameraName, Long> reported = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<CameraName, Long> eldest) {
            return size() > MAX_CAMERAS;
        }
    };

    /** Somebody begins to watch; whether that is to be said. */
    synchronized boolean isNews(CameraName camera, long nowNanos) {
        Long before = reported.get(camera);
        if (before != null && nowNanos - before < QUIET.toNanos()) {
            return false;
        }
        reported.remove(camera);
        reported.put(camera, nowNanos);
        return true;
    }
}
