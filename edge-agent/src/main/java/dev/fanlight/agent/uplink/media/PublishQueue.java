package dev.fanlight.agent.uplink.media;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.agent.media.MediaSink;
import dev.fanlight.agent.media.TracksByKind;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import dev.fanlight.protocol.Tracks;
import dev.fanlight.protocol.WireLimits;
import dev.fanlight.protocol.codec.MediaCodec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;

/**
 * Access units between sources, encoders and the socket. Numbers them; without room it drops all of a video track up to its next key
 * frame (no access unit of x264’s zero-latency stream can be dropped alone), and of sound the oldest. It merges the tracks that several
 * threads announce, and begins a new epoch with each connection and each change of them. Sound waits a moment to be sent together with the
 * next frame, but never for a key frame. Keeps nothing while there is no connection. Thread safe: capture, encode and audio threads put
 * in, the event loop takes out.
 */
public final class PublishQueue implements MediaSink {

    /** How what is announced is related to the tracks as they are now. */
    private enum Epoch {
        /** They are the same. */
        CURRENT,
        /** The video is the same: it goes on until its next key frame, with which the next epoch begins. */
        OUTDATED,
        /** Nothing of it can be sent any more. */
        ENDED
    }

    private final int limit;
    private final Runnable onAvailable;
    private final IntConsumer onKeyFrameNeeded;
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final WaitingUnits waiting = new WaitingUnits();

    @GuardedBy("lock")
    private final Map<Integer, OutgoingTrack> outgoing = new HashMap<>();

    @GuardedBy("lock")
    private final TracksByKind tracks = new TracksByKind();

    @GuardedBy("lock")
    private boolean connected;

    @GuardedBy("lock")
    private Epoch state = Epoch.ENDED;

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
            paused = tracks.of(MediaKind.VIDEO);
        } finally {
            lock.unlock();
        }
        requestKeyFrames(paused);
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
    public void begin(MediaKind kind, List<Track> next) {
        List<Track> asked = List.of();
        lock.lock();
        try {
            List<Track> before = tracks.replace(kind, next);
            if (kind == MediaKind.VIDEO) {
                state = Epoch.ENDED;
            } else if (!before.equals(next)) {
                forget(before);
                asked = state == Epoch.CURRENT ? tracks.of(MediaKind.VIDEO) : asked;
                state = state == Epoch.CURRENT ? Epoch.OUTDATED : state;
            }
        } finally {
            lock.unlock();
        }
        requestKeyFrames(asked);
    }

    @Override
    public void accept(int track, AccessUnit unit) {
        boolean added;
        boolean sends;
        boolean needsKey;
        lock.lock();
        try {
            added = connected && add(track, unit);
            sends = added && (unit.kind() != MediaKind.AUDIO || isOverdue(track));
            needsKey = connected && !added && unit.kind() == MediaKind.VIDEO;
        } finally {
            lock.unlock();
        }
        if (sends) {
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
            Optional<Outgoing> next = waiting.poll();
            if (next.isPresent() && next.get() instanceof Outgoing.Media media) {
                outgoing(media.header().track()).ifPresent(OutgoingTrack::left);
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private boolean add(int id, AccessUnit unit) {
        if (state != Epoch.CURRENT && beginsEpoch(id, unit)) {
            announce();
        }
        Optional<OutgoingTrack> track = state == Epoch.ENDED ? Optional.empty() : outgoing(id);
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
            makeRoom(track);
        }
        if (track.isUndecodable(unit)) {
            dropped++;
            return false;
        }
        waiting.add(track.add(unit, number, epoch));
        return true;
    }

    @GuardedBy("lock")
    private void makeRoom(OutgoingTrack track) {
        if (!track.isSound()) {
            drop(track);
            return;
        }
        waiting.removeOldest(track.id());
        track.left();
        dropped++;
    }

    @GuardedBy("lock")
    private void announce() {
        for (OutgoingTrack track : outgoing.values()) {
            drop(track);
        }
        outgoing.clear();
        List<Track> all = tracks.all();
        for (Track track : all) {
            outgoing.put(track.id(), new OutgoingTrack(track, limit));
        }
        epoch = (epoch + 1) & WireLimits.MAX_U32;
        state = Epoch.CURRENT;
        waiting.add(new Outgoing.Announcement(new Tracks(epoch, all)));
    }

    /**
     * An epoch begins with a key frame of video, or with sound while no video can be sent anyway: then sound does not wait. Without any
     * announced video it does, because the video that is about to be announced would begin another one at once.
     */
    @GuardedBy("lock")
    private boolean beginsEpoch(int id, AccessUnit unit) {
        if (!tracks.contains(unit.kind(), id)) {
            return false;
        }
        return unit.kind() == MediaKind.VIDEO
                ? unit.key()
                : state == Epoch.ENDED && !tracks.of(MediaKind.VIDEO).isEmpty();
    }

    @GuardedBy("lock")
    private boolean isOverdue(int track) {
        return outgoing(track).map(OutgoingTrack::isOverdue).orElse(false);
    }

    @GuardedBy("lock")
    private void forget(List<Track> gone) {
        for (Track track : gone) {
            outgoing.remove(track.id());
            waiting.removeAll(track.id());
        }
    }

    @GuardedBy("lock")
    private Optional<OutgoingTrack> outgoing(int id) {
        return Optional.ofNullable(outgoing.get(id));
    }

    @GuardedBy("lock")
    private void drop(OutgoingTrack track) {
        waiting.removeAll(track.id());
        dropped += track.dropped();
    }

    @GuardedBy("lock")
    private void restart() {
        waiting.clear();
        outgoing.clear();
        state = Epoch.ENDED;
    }

    private void requestKeyFrames(List<Track> video) {
        video.forEach(track -> onKeyFrameNeeded.accept(track.id()));
    }

    private static boolean isTooBig(AccessUnit unit) {
        return unit.size() > WireLimits.MAX_MEDIA_BYTES - MediaCodec.HEADER_BYTES;
    }
}
