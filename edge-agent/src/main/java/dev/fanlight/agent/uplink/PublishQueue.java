package dev.fanlight.agent.uplink;

import dev.fanlight.agent.media.AccessUnit;
import dev.fanlight.agent.media.MediaSink;
import dev.fanlight.agent.media.StreamFormat;
import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.MediaKind;
import dev.fanlight.protocol.Tracks;
import dev.fanlight.protocol.WireLimits;
import dev.fanlight.protocol.wire.MediaCodec;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Pictures between encoder and socket. Numbers them, drops all up to the next key frame when there is no room (nothing of
 * x264’s zero-latency stream can be left out alone), begins a new epoch with each connection and each format. Keeps nothing
 * while there is no connection. The encoder’s thread puts in, the event loop takes out; guarded by a lock.
 */
final class PublishQueue implements MediaSink {

    /** Called without the lock, on the thread that put something in. */
    interface Watcher {

        /** There is something to send. */
        void onAvailable();

        /** The next access unit should be a key frame, or the stream stands still until the next usual one. */
        void onKeyFrameNeeded();
    }

    private final int limit;
    private final Watcher watcher;
    private final ReentrantLock lock = new ReentrantLock();

    // guarded by lock
    private final Deque<Outgoing> items = new ArrayDeque<>();
    private Optional<StreamFormat> format = Optional.empty();
    private boolean connected;
    private boolean announced;
    private boolean skipping;
    private int pictures;
    private long epoch;
    private long sequence;
    private long dropped;

    PublishQueue(int limit, long firstEpoch, Watcher watcher) {
        this.limit = limit;
        this.epoch = firstEpoch & WireLimits.MAX_U32;
        this.watcher = watcher;
    }

    /** A relay is ready to receive: the next key frame begins a new epoch. */
    void connect() {
        lock.lock();
        try {
            connected = true;
            restart();
        } finally {
            lock.unlock();
        }
        watcher.onKeyFrameNeeded();
    }

    /** The relay is gone: nothing is kept. */
    void disconnect() {
        lock.lock();
        try {
            connected = false;
            restart();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void begin(StreamFormat next) {
        lock.lock();
        try {
            format = Optional.of(next);
            announced = false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void accept(AccessUnit unit) {
        boolean added;
        boolean needsKey;
        lock.lock();
        try {
            added = connected && add(unit);
            needsKey = connected && !added;
        } finally {
            lock.unlock();
        }
        if (added) {
            watcher.onAvailable();
        }
        if (needsKey) {
            watcher.onKeyFrameNeeded();
        }
    }

    /** The next thing to send. */
    Optional<Outgoing> poll() {
        lock.lock();
        try {
            Optional<Outgoing> next = Optional.ofNullable(items.poll());
            pictures -= next.isPresent() && next.get() instanceof Outgoing.Picture ? 1 : 0;
            return next;
        } finally {
            lock.unlock();
        }
    }

    /** How many pictures were dropped so far because the network was too slow. */
    long dropped() {
        lock.lock();
        try {
            return dropped;
        } finally {
            lock.unlock();
        }
    }

    private boolean add(AccessUnit unit) {
        if (!announced && !announce(unit)) {
            return false;
        }
        long number = sequence;
        sequence = (sequence + 1) & WireLimits.MAX_U32;
        if (pictures >= limit || isTooBig(unit)) {
            dropPictures();
        }
        if (isTooBig(unit) || (skipping && !unit.key())) {
            dropped++;
            return false;
        }
        items.addLast(new Outgoing.Picture(header(unit, number), unit));
        pictures++;
        skipping = false;
        return true;
    }

    private boolean announce(AccessUnit unit) {
        if (!unit.key() || format.isEmpty()) {
            return false;
        }
        dropPictures();
        skipping = false;
        epoch = (epoch + 1) & WireLimits.MAX_U32;
        sequence = 0;
        announced = true;
        items.addLast(
                new Outgoing.Announcement(new Tracks(epoch, List.of(format.get().track()))));
        return true;
    }

    private MediaHeader header(AccessUnit unit, long number) {
        int flags = (unit.key() ? MediaHeader.KEY : 0)
                | (unit.disposable() ? MediaHeader.DISPOSABLE : 0)
                | (skipping ? MediaHeader.DISCONTINUITY : 0);
        return new MediaHeader(
                MediaKind.VIDEO,
                flags,
                StreamFormat.MAIN_TRACK,
                0,
                number,
                unit.captureMicros(),
                epoch,
                unit.offsetMicros());
    }

    private void dropPictures() {
        items.removeIf(Outgoing.Picture.class::isInstance);
        dropped += pictures;
        pictures = 0;
        skipping = true;
    }

    private void restart() {
        items.clear();
        pictures = 0;
        announced = false;
        skipping = false;
    }

    private static boolean isTooBig(AccessUnit unit) {
        return unit.payload().length > WireLimits.MAX_MEDIA_BYTES - MediaCodec.HEADER_BYTES;
    }
}
