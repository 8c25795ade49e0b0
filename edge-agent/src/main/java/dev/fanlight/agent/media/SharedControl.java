package dev.fanlight.agent.media;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

    @GuardedBy("lock")
    private final List<Port> ports = new ArrayList<>();

    /** Asks this camera. */
    public SharedControl(StreamControl camera) {
        this.camera = camera;
    }

    /** A control for one more consumer, which begins without readers; two or three of them, for the life of the camera. */
    public StreamControl port() {
        Port port = new Port();
        lock.lock();
        try {
            ports.add(port);
        } finally {
            lock.unlock();
        }
        return port;
    }

    private final class Port implements StreamControl {

        @GuardedBy("lock")
        private int readers;

        @GuardedBy("lock")
        private int viewers;

        @GuardedBy("lock")
        private Set<Integer> tracks = Set.of();

        @Override
        public void demand(int count, Set<Integer> demanded) {
            lock.lock();
            try {
                readers = count;
                tracks = demanded.isEmpty() ? Set.of(MAIN) : Set.copyOf(demanded);
                add();
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void connected() {
            camera.connected();
        }

        @Override
        public void keyFrame(int track) {
            camera.keyFrame(track);
        }

        @Override
        public void bitRate(int bitsPerSecond) {
            camera.bitRate(bitsPerSecond);
        }

        @Override
        public void viewers(int count) {
            lock.lock();
            try {
                viewers = count;
                camera.viewers(ports.stream().mapToInt(port -> port.viewers).sum());
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void disconnected() {
            camera.disconnected();
        }

        @Override
        public void level(SendLevel level) {
            camera.level(level);
        }

        @Override
        public List<SendLevel> levels() {
            return camera.levels();
        }
    }

    @GuardedBy("lock")
    private void add() {
        int all = 0;
        Set<Integer> needed = new HashSet<>();
        for (Port port : ports) {
            if (port.readers > 0) {
                all += port.readers;
                needed.addAll(port.tracks);
            }
        }
        camera.demand(all, needed);
    }
}
