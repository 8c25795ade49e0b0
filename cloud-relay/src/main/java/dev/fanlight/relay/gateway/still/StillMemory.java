package dev.fanlight.relay.gateway.still;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The newest key frame and the newest JPEG of each camera, also of those that are asleep or gone. Bounded for all together: the camera that has sent
 * nothing for longest is forgotten. In memory only. Thread safe.
 */
final class StillMemory {

    /** Most cameras. */
    static final int MAX_CAMERAS = 2_000;

    /** Most bytes of key frames and JPEGs. */
    static final long MAX_BYTES = 64L * 1024 * 1024;

    private final int maxCameras;
    private final long maxBytes;

    @GuardedBy("this")
    private final Map<Object, Entry> entries = new LinkedHashMap<>();

    @GuardedBy("this")
    private long bytes;

    @GuardedBy("this")
    private boolean closed;

    StillMemory(int maxCameras, long maxBytes) {
        this.maxCameras = maxCameras;
        this.maxBytes = maxBytes;
    }

    private record Entry(Optional<KeptKeyFrame> frame, Optional<Jpeg> jpeg) {

        static final Entry EMPTY = new Entry(Optional.empty(), Optional.empty());

        long size() {
            return frame.map(kept -> (long) kept.frame().size()).orElse(0L)
                    + jpeg.map(made -> (long) made.bytes().length).orElse(0L);
        }
    }

    /**
     * Keeps a key frame in the place of the one before.
     *
     * @param frame whose reference is taken over
     */
    synchronized void keep(Object camera, KeptKeyFrame frame) {
        if (closed) {
            frame.release();
            return;
        }
        Entry before = remove(camera);
        before.frame().ifPresent(KeptKeyFrame::release);
        put(camera, new Entry(Optional.of(frame), before.jpeg()));
    }

    /** Keeps a JPEG in the place of the one before. */
    synchronized void keep(Object camera, Jpeg jpeg) {
        if (!closed) {
            put(camera, new Entry(remove(camera).frame(), Optional.of(jpeg)));
        }
    }

    /** The newest key frame, retained for the caller. */
    synchronized Optional<KeptKeyFrame> frame(Object camera) {
        Optional<KeptKeyFrame> frame = entry(camera).frame();
        frame.ifPresent(kept -> kept.frame().retain());
        return frame;
    }

    /** The number of the newest key frame; −1 when there is none. */
    synchronized long newest(Object camera) {
        return entry(camera).frame().map(KeptKeyFrame::number).orElse(-1L);
    }

    /** The newest JPEG. */
    synchronized Optional<Jpeg> jpeg(Object camera) {
        return entry(camera).jpeg();
    }

    /** Forgets a camera. */
    synchronized void forget(Object camera) {
        remove(camera).frame().ifPresent(KeptKeyFrame::release);
    }

    /** Forgets all, for good. */
    synchronized void close() {
        closed = true;
        entries.values().forEach(entry -> entry.frame().ifPresent(KeptKeyFrame::release));
        entries.clear();
        bytes = 0;
    }

    /** How many cameras there are something of. */
    synchronized int cameras() {
        return entries.size();
    }

    @GuardedBy("this")
    private Entry entry(Object camera) {
        return entries.getOrDefault(camera, Entry.EMPTY);
    }

    @GuardedBy("this")
    private Entry remove(Object camera) {
        Entry entry = entries.remove(camera);
        if (entry == null) {
            return Entry.EMPTY;
        }
        bytes -= entry.size();
        return entry;
    }

    @GuardedBy("this")
    private void put(Object camera, Entry entry) {
        entries.put(camera, entry);
        bytes += entry.size();
        Iterator<Entry> oldest = entries.values().iterator();
        while (entries.size() > maxCameras || bytes > maxBytes) {
            Entry gone = oldest.next();
            oldest.remove();
            bytes -= gone.size();
            gone.frame().ifPresent(KeptKeyFrame::release);
        }
    }
}
