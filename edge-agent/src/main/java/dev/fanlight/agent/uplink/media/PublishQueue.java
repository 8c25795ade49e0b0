package dev.fanlight.agent.uplink.media;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.agent.media.MediaSink;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaKind;
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
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;

/**
 * Access units between sources, encoders and the socket. Numbers them; without room it drops all of a track up to its next key
 * frame (no access unit of x264’s zero-latency stream can be dropped alone); begins a new epoch with each connection and each list
 * of tracks. Keeps nothing while there is no connection. Thread safe: capture or encode thread put in, the event loop takes out.
 */
public final class PublishQueue implements MediaSink {

    private final int limit;
    private final Runnable onAvailable;
    private final IntConsumer onKeyFrameNeeded;
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final Deque<Outgoing> items = new ArrayDeque<>();

    @GuardedBy("lock")
    private final Map<Integer, OutgoingTrack> outgoing = new HashMap<>();

    @GuardedBy("lock")
    private List<Track> tracks = List.of();

    @GuardedBy("lock")
    private boolean connected;

    @GuardedBy("lock")
    private boolean announced;

    @GuardedBy("lock")
    private long epoch;

    @GuardedBy("lock")
    private long dropped;

    @GuardedBy("lock")
    private long tooBig;

    /**
     * Makes an empty one without a connection.
     *
     * @param limit most access units of a video track that wait; of an audio track it is {@value OutgoingTrack#MAX_AUDIO}
     * @param firstEpoch the epochs count on from its lower 32 bits
     * @param onAvailable called without the lock, on the thread that put something in: there is something to send
     * @param onKeyFrameNeeded called in the same way with the id of a video track that pauses until its next key frame
     */
    public PublishQueue(int limit, long firstEpoch, Runnable onAvailable, IntConsumer onKeyFrameNeeded) {
        this.limit = limit;
        this.epoch = firstEpoch & WireLimits.MAX_U32;
        this.onAvailable = onAvailable;
        this.onKeyFrameNeeded = onKeyFrameNeeded;
    }

    /** A relay is ready to receive: the next key frame begins a new epoch. */
    public void connect() {
        List<Track> paused;
        lock.lock();
        try {
            connected = true;
            restart();
            paused = tracks;
        } finally {
            lock.unlock();
        }
        paused.stream()
                .filter(track -> track.kind() == MediaKind.VIDEO)
                .forEach(track -> onKeyFrameNeeded.accept(track.id()));
    }

    /** The relay is gone: nothing is kept. */
    public void disconnect() {
        lock.lock();
        try {
            connected = false;
            restart();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void begin(List<Track> next) {
        lock.lock();
        try {
            tracks = List.copyOf(next);
            announced = false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void accept(int track, AccessUnit unit) {
        boolean added;
        boolean needsKey;
        lock.lock();
        try {
            added = connected && add(track, unit);
            needsKey = connected && !added && unit.kind() == MediaKind.VIDEO;
        } finally {
            lock.unlock();
        }
        if (added) {
            onAvailable.run();
        }
        if (needsKey) {
            onKeyFrameNeeded.accept(track);
        }
    }

    /** How many access units were dropped so far because no relay takes any as large. */
    public long tooBig() {
        lock.lock();
        try {
            return tooBig;
        } finally {
            lock.unlock();
        }
    }

    /** How many access units were dropped so far because the network was too slow. */
    public long dropped() {
        lock.lock();
        try {
            return dropped;
        } finally {
            lock.unlock();
        }
    }

    /** Takes out what is to be sent next. */
    Optional<Outgoing> poll() {
        lock.lock();
        try {
            Optional<Outgoing> next = Optional.ofNullable(items.poll());
            if (next.isPresent() && next.get() instanceof Outgoing.Media media) {
                outgoing(media.header().track()).ifPresent(OutgoingTrack::sent);
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private boolean add(int id, AccessUnit unit) {
        boolean ready = announced || announce(id, unit);
        Optional<OutgoingTrack> track = ready ? outgoing(id) : Optional.empty();
        return track.isPresent() && !track.get().isTooEarly(unit) && add(track.get(), unit);
    }

    @GuardedBy("lock")
    private boolean add(OutgoingTrack track, AccessUnit unit) {
        long number = track.nextSequence();
        if (isTooBig(unit)) {
            drop(track);
            tooBig++;
            return false;
        }
        if (track.isFull()) {
            drop(track);
        }
        if (track.isUndecodable(unit)) {
            dropped++;
            return false;
        }
        items.addLast(track.add(unit, number, epoch));
        return true;
    }

    @GuardedBy("lock")
    private boolean announce(int id, AccessUnit unit) {
        if (!unit.key() || !beginsEpoch(id)) {
            return false;
        }
        for (OutgoingTrack track : outgoing.values()) {
            drop(track);
        }
        outgoing.clear();
        for (Track track : tracks) {
            outgoing.put(track.id(), new OutgoingTrack(track, limit));
        }
        epoch = (epoch + 1) & WireLimits.MAX_U32;
        announced = true;
        items.addLast(new Outgoing.Announcement(new Tracks(epoch, tracks)));
        return true;
    }

    /** An epoch begins with video, if there is any: audio of the tracks before may still be on its way here. */
    @GuardedBy("lock")
    private boolean beginsEpoch(int id) {
        boolean hasVideo = tracks.stream().anyMatch(track -> track.kind() == MediaKind.VIDEO);
        return tracks.stream().anyMatch(track -> track.id() == id && (!hasVideo || track.kind() == MediaKind.VIDEO));
    }

    @GuardedBy("lock")
    private Optional<OutgoingTrack> outgoing(int id) {
        return Optional.ofNullable(outgoing.get(id));
    }

    @GuardedBy("lock")
    private void drop(OutgoingTrack track) {
        items.removeIf(
                item -> item instanceof Outgoing.Media media && media.header().track() == track.id());
        dropped += track.dropped();
    }

    @GuardedBy("lock")
    private void restart() {
        items.clear();
        outgoing.clear();
        announced = false;
    }

    private static boolean isTooBig(AccessUnit unit) {
        return unit.size() > WireLimits.MAX_MEDIA_BYTES - MediaCodec.HEADER_BYTES;
    }
}
