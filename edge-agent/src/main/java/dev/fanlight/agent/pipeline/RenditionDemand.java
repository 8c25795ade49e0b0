package dev.fanlight.agent.pipeline;

import dev.fanlight.agent.media.Rendition;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Which renditions are worth encoding: those somebody wants, and for a while those somebody has wanted. What the last viewer
 * wanted holds while the camera stays on after him, so that whoever comes back finds a picture. Thread safe.
 */
final class RenditionDemand {

    /** How long a rendition is encoded after the last wish for it: a viewer that goes and comes costs no new encoder. */
    static final Duration LINGER = Duration.ofSeconds(3);

    private final NanoClock clock;
    private final ReentrantLock lock = new ReentrantLock();

    // guarded by lock
    private Set<Rendition> wanted = EnumSet.of(Rendition.MAIN);
    private final Map<Rendition, Long> leftNanos = new EnumMap<>(Rendition.class);

    RenditionDemand(NanoClock clock) {
        this.clock = clock;
    }

    /** Viewers want these; an empty wish is one for the main rendition. */
    void want(Set<Rendition> renditions) {
        Set<Rendition> next = renditions.isEmpty() ? EnumSet.of(Rendition.MAIN) : EnumSet.copyOf(renditions);
        lock.lock();
        try {
            long now = clock.nanoTime();
            wanted.stream().filter(one -> !next.contains(one)).forEach(one -> leftNanos.put(one, now));
            wanted = next;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Which of the available renditions are to be encoded now; the main one when none of them is wanted: the wish was for
     * a publication that had others.
     */
    Set<Rendition> among(Set<Rendition> available) {
        lock.lock();
        try {
            Set<Rendition> encoded = EnumSet.noneOf(Rendition.class);
            available.stream().filter(this::isWanted).forEach(encoded::add);
            return encoded.isEmpty() ? EnumSet.of(Rendition.MAIN) : encoded;
        } finally {
            lock.unlock();
        }
    }

    private boolean isWanted(Rendition rendition) {
        Long left = leftNanos.get(rendition);
        return wanted.contains(rendition) || (left != null && clock.nanoTime() - left < LINGER.toNanos());
    }
}
