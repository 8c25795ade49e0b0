package dev.fanlight.agent.status;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.agent.media.MediaSink;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

/** Counts what passes to the uplink, over the last {@link #WINDOW}. At most as many tracks as an announcement has. Thread safe. */
public final class TrackMeter implements MediaSink {

    /** Over how long rates are taken. */
    static final Duration WINDOW = Duration.ofSeconds(4);

    private static final int SLOTS = 4;
    private static final long SLOT_NANOS = WINDOW.toNanos() / SLOTS;
    private static final double SECOND = 1e9;
    private static final int BITS = 8;

    private final MediaSink target;
    private final NanoClock clock;
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final Map<Integer, Counted> tracks = new TreeMap<>();

    /** Passes everything on to {@code target}. */
    public TrackMeter(MediaSink target, NanoClock clock) {
        this.target = target;
        this.clock = clock;
    }

    @Override
    public void begin(MediaKind kind, List<Track> announced) {
        lock.lock();
        try {
            tracks.values().removeIf(counted -> counted.kind == kind);
            announced.forEach(track -> tracks.put(track.id(), new Counted(kind, track.name(), clock.nanoTime())));
        } finally {
            lock.unlock();
        }
        target.begin(kind, announced);
    }

    @Override
    public void accept(int track, AccessUnit unit) {
        lock.lock();
        try {
            Counted counted = tracks.get(track);
            if (counted != null) {
                counted.add(clock.nanoTime(), unit.size());
            }
        } finally {
            lock.unlock();
        }
        target.accept(track, unit);
    }

    /** The tracks that were announced last, with their rates now. */
    public List<TrackRate> rates() {
        lock.lock();
        try {
            List<TrackRate> rates = new ArrayList<>();
            tracks.values().forEach(counted -> rates.add(counted.rate(clock.nanoTime())));
            return rates;
        } finally {
            lock.unlock();
        }
    }

    /** One track: bytes and access units by slots of a second, of which the last few are kept. */
    private static final class Counted {

        private final MediaKind kind;
        private final String name;
        private final long beganNanos;
        private final long[] slotOf = new long[SLOTS + 1];
        private final long[] bytes = new long[SLOTS + 1];
        private final long[] units = new long[SLOTS + 1];

        Counted(MediaKind kind, String name, long beganNanos) {
            this.kind = kind;
            this.name = name;
            this.beganNanos = beganNanos;
        }

        void add(long now, int size) {
            long slot = (now - beganNanos) / SLOT_NANOS;
            int place = (int) (slot % slotOf.length);
            if (slotOf[place] != slot) {
                slotOf[place] = slot;
                bytes[place] = 0;
                units[place] = 0;
            }
            bytes[place] += size;
            units[place]++;
        }

        TrackRate rate(long now) {
            long age = now - beganNanos;
            long current = age / SLOT_NANOS;
            long first = Math.max(0, current - SLOTS + 1);
            double seconds = Math.max(age - first * SLOT_NANOS, SLOT_NANOS / 4) / SECOND;
            long allBytes = 0;
            long allUnits = 0;
            for (int place = 0; place < slotOf.length; place++) {
                if (slotOf[place] >= first) {
                    allBytes += bytes[place];
                    allUnits += units[place];
                }
            }
            return new TrackRate(name, Math.round(allBytes * BITS / seconds), allUnits / seconds);
        }
    }
}
