package dev.fanlight.agent.pipeline;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.agent.media.Rendition;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Which tracks are needed: those the relay demands, and for a while those it has demanded before. The last demand stays valid
 * while the camera lingers after the last viewer, so that a viewer who comes back is served at once. At most 256 tracks. Thread
 * safe.
 */
final class TrackDemand {

    /** How long a track stays needed after the demand for it has ended: a viewer that reconnects costs no new encoder. */
    static final Duration LINGER = Duration.ofSeconds(3);

    private static final int MAIN = Rendition.MAIN.track();

    private final NanoClock clock;
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private Set<Integer> demanded = Set.of(MAIN);

    @GuardedBy("lock")
    private final Map<Integer, Long> endedNanos = new HashMap<>();

    TrackDemand(NanoClock clock) {
        this.clock = clock;
    }

    /** The relay demands these tracks; none stands for the main rendition. */
    void demand(Set<Integer> tracks) {
        Set<Integer> next = tracks.isEmpty() ? Set.of(MAIN) : Set.copyOf(tracks);
        lock.lock();
        try {
            long now = clock.nanoTime();
            for (int track : demanded) {
                if (!next.contains(track)) {
                    endedNanos.put(track, now);
                }
            }
            demanded = next;
        } finally {
            lock.unlock();
        }
    }

    /** Whether this track is needed now. */
    boolean isNeeded(int track) {
        lock.lock();
        try {
            Long ended = endedNanos.get(track);
            return demanded.contains(track) || (ended != null && clock.nanoTime() - ended < LINGER.toNanos());
        } finally {
            lock.unlock();
        }
    }

    /**
     * Which of the available video tracks have to be encoded now; the main one when none of them is needed, for then the demand
     * is for tracks announced earlier.
     */
    Set<Integer> among(Set<Integer> available) {
        Set<Integer> needed = new HashSet<>(available);
        needed.removeIf(track -> !isNeeded(track));
        return needed.isEmpty() ? Set.of(MAIN) : needed;
    }
}
