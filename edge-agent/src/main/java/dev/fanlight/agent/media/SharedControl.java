package dev.fanlight.agent.media;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Adds up what several consumers of one camera ask of it: it runs while any of them has readers, with the tracks that any of them needs.
 * Thread safe.
 */
public final class SharedControl {

    /** Stands for the main track while a consumer does not know the tracks. */
    private static final int MAIN = Rendition.MAIN.track();

    private final StreamControl camera;
    private final ReentrantLock lock = new ReentrantLock();

    /** By port, in the order in which they began. */
    @GuardedBy("lock")
    private final Map<StreamControl, Demand> demands = new LinkedHashMap<>();

    /** People who watch, by port. */
    @GuardedBy("lock")
    private final Map<StreamControl, CurrentViewers> viewers = new LinkedHashMap<>();

    private record Demand(int readers, Set<Integer> tracks) {}

    /** Asks this camera. */
    public SharedControl(StreamControl camera) {
        this.camera = camera;
    }

    /** A control for one more consumer, which begins without readers; two or three of them, for the life of the camera. */
    public StreamControl port() {
        return new Port();
    }

    private final class Port implements ForwardingControl {

        @Override
        public StreamControl target() {
            return camera;
        }

        @Override
        public void demand(int readers, Set<Integer> tracks) {
            add(this, new Demand(readers, tracks.isEmpty() ? Set.of(MAIN) : Set.copyOf(tracks)));
        }

        @Override
        public void viewers(CurrentViewers its) {
            add(this, its);
        }
    }

    private void add(StreamControl port, Demand demand) {
        lock.lock();
        try {
            demands.put(port, demand);
            int readers = 0;
            Set<Integer> needed = new HashSet<>();
            for (Demand each : demands.values()) {
                readers += each.readers();
                needed.addAll(each.readers() > 0 ? each.tracks() : Set.of());
            }
            camera.demand(readers, needed);
        } finally {
            lock.unlock();
        }
    }

    private void add(StreamControl port, CurrentViewers its) {
        lock.lock();
        try {
            viewers.put(port, its);
            camera.viewers(viewers.values().stream().reduce(CurrentViewers.NONE, CurrentViewers::and));
        } finally {
            lock.unlock();
        }
    }
}
