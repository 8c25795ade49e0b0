package dev.fanlight.agent.uplink;

import dev.fanlight.agent.media.MediaSink;
import dev.fanlight.agent.media.Publication;
import dev.fanlight.agent.media.Rendition;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.Track;
import dev.fanlight.protocol.Tracks;
import dev.fanlight.protocol.WireLimits;
import dev.fanlight.protocol.codec.MediaCodec;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Pictures between encoder and socket. Numbers them, drops all of a track up to its next key frame when there is no room
 * (nothing of x264’s zero-latency stream can be left out alone), begins a new epoch with each connection and each publication.
 * Keeps nothing while there is no connection. The encoder’s thread puts in, the event loop takes out; guarded by a lock.
 */
final class PublishQueue implements MediaSink {

    /** Called without the lock, on the thread that put something in. */
    interface Watcher {

        /** There is something to send. */
        void onAvailable();

        /** The next access unit should be a key frame, or this rendition stands still until the next usual one. */
        void onKeyFrameNeeded(Rendition rendition);
    }

    private final int limit;
    private final Watcher watcher;
    private final ReentrantLock lock = new ReentrantLock();

    // guarded by lock
    private final Deque<Outgoing> items = new ArrayDeque<>();
    private final Map<Integer, TrackLane> lanes = new HashMap<>();
    private Optional<Publication> publication = Optional.empty();
    private boolean connected;
    private boolean announced;
    private long epoch;
    private long dropped;

    /** Keeps at most {@code limit} pictures of each track. */
    PublishQueue(int limit, long firstEpoch, Watcher watcher) {
        this.limit = limit;
        this.epoch = firstEpoch & WireLimits.MAX_U32;
        this.watcher = watcher;
    }

    /** A relay is ready to receive: the next key frame begins a new epoch. */
    void connect() {
        Set<Rendition> renditions;
        lock.lock();
        try {
            connected = true;
            restart();
            renditions = publication.map(Publication::renditions).orElse(Set.of());
        } finally {
            lock.unlock();
        }
        renditions.forEach(watcher::onKeyFrameNeeded);
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
    public void begin(Publication next) {
        lock.lock();
        try {
            publication = Optional.of(next);
            announced = false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void accept(Rendition rendition, AccessUnit unit) {
        boolean added;
        boolean needsKey;
        lock.lock();
        try {
            added = connected && add(rendition, unit);
            needsKey = connected && !added;
        } finally {
            lock.unlock();
        }
        if (added) {
            watcher.onAvailable();
        }
        if (needsKey) {
            watcher.onKeyFrameNeeded(rendition);
        }
    }

    /** The next thing to send. */
    Optional<Outgoing> poll() {
        lock.lock();
        try {
            Optional<Outgoing> next = Optional.ofNullable(items.poll());
            if (next.isPresent() && next.get() instanceof Outgoing.Picture picture) {
                lane(picture.header().track()).ifPresent(TrackLane::sent);
            }
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

    private boolean add(Rendition rendition, AccessUnit unit) {
        boolean ready = announced || announce(unit);
        Optional<TrackLane> lane = ready ? lane(rendition.track()) : Optional.empty();
        return lane.isPresent() && !lane.get().isTooEarly(unit) && add(lane.get(), unit);
    }

    private boolean add(TrackLane lane, AccessUnit unit) {
        long number = lane.count();
        if (lane.isFull() || isTooBig(unit)) {
            drop(lane);
        }
        if (isTooBig(unit) || lane.isUseless(unit)) {
            dropped++;
            return false;
        }
        items.addLast(lane.add(unit, number, epoch));
        return true;
    }

    private boolean announce(AccessUnit unit) {
        if (!unit.key() || publication.isEmpty()) {
            return false;
        }
        List<Track> tracks = publication.get().tracks();
        lanes.values().forEach(this::drop);
        lanes.clear();
        tracks.forEach(track -> lanes.put(track.id(), new TrackLane(track.id(), limit)));
        epoch = (epoch + 1) & WireLimits.MAX_U32;
        announced = true;
        items.addLast(new Outgoing.Announcement(new Tracks(epoch, tracks)));
        return true;
    }

    private Optional<TrackLane> lane(int track) {
        return Optional.ofNullable(lanes.get(track));
    }

    private void drop(TrackLane lane) {
        items.removeIf(item ->
                item instanceof Outgoing.Picture picture && picture.header().track() == lane.track());
        dropped += lane.drop();
    }

    private void restart() {
        items.clear();
        lanes.clear();
        announced = false;
    }

    private static boolean isTooBig(AccessUnit unit) {
        return unit.size() > WireLimits.MAX_MEDIA_BYTES - MediaCodec.HEADER_BYTES;
    }
}
