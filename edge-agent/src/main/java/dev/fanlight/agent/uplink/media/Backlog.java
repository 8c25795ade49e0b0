package dev.fanlight.agent.uplink.media;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.agent.media.MediaSink;
import dev.fanlight.agent.media.TracksByKind;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import dev.fanlight.protocol.BackfillGroup;
import dev.fanlight.protocol.WireLimits;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps what the relay has not confirmed, group by group, while the camera is recorded: what the send queue has dropped, and what was made
 * while there was no connection. Bounded in bytes; the oldest goes first, and stays a gap. Thread safe: capture, encode and audio threads put
 * in, the event loop takes out.
 */
public final class Backlog implements MediaSink {

    /** A key frame that comes earlier begins no group: the recorder’s groups are as long. */
    static final long LEAST_GROUP_MICROS = 1_000_000;

    /** So much of what has arrived is kept, for it may not be on the relay’s disk: a relay that is killed loses a second. */
    static final long KEPT_MICROS = 3_000_000;

    private final PublishQueue queue;
    private final long limit;
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final Deque<BacklogGroup> groups = new ArrayDeque<>();

    @GuardedBy("lock")
    private final TracksByKind tracks = new TracksByKind();

    @GuardedBy("lock")
    private Optional<BacklogGroup> open = Optional.empty();

    @GuardedBy("lock")
    private boolean wanted;

    @GuardedBy("lock")
    private boolean connected;

    @GuardedBy("lock")
    private long bytes;

    @GuardedBy("lock")
    private long number;

    @GuardedBy("lock")
    private long dropped;

    /** Capture time up to which the relay has the video of this connection. */
    @GuardedBy("lock")
    private long arrivedMicros = Long.MIN_VALUE;

    /**
     * Makes an empty one.
     *
     * @param queue gets everything first
     * @param limit most bytes of payloads that are kept; at 0 nothing is
     * @param firstNumber groups are numbered from its lower 32 bits on
     */
    public Backlog(PublishQueue queue, long limit, long firstNumber) {
        this.queue = queue;
        this.limit = limit;
        this.number = firstNumber & WireLimits.MAX_U32;
    }

    /** Whether anything may be kept at all. */
    public boolean isOn() {
        return limit > 0;
    }

    /** Whether the camera is recorded, as the relay said last. */
    public boolean isWanted() {
        lock.lock();
        try {
            return wanted;
        } finally {
            lock.unlock();
        }
    }

    /** Runs {@code release} unless the camera is to run for the recording while there is no connection. */
    public void unlessWanted(Runnable release) {
        if (!isWanted()) {
            release.run();
        }
    }

    /** The relay has said whether the camera is recorded. */
    public void want(boolean next) {
        lock.lock();
        try {
            wanted = next && limit > 0;
            connected = true;
            if (!wanted) {
                clear();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The connection has ended: what was not confirmed has not arrived. */
    public void disconnect() {
        queue.disconnect();
        lock.lock();
        try {
            connected = false;
            groups.forEach(BacklogGroup::miss);
            open.ifPresent(BacklogGroup::miss);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void begin(MediaKind kind, List<Track> next) {
        lock.lock();
        try {
            if (!tracks.replace(kind, next).equals(next)) {
                abandonOpen();
            }
        } finally {
            lock.unlock();
        }
        queue.begin(kind, next);
    }

    @Override
    public void accept(int track, AccessUnit unit) {
        queue.accept(track, unit);
        long droppedNow = queue.dropped() + queue.tooBig();
        lock.lock();
        try {
            if (wanted) {
                keep(track, unit, droppedNow);
            }
        } finally {
            lock.unlock();
        }
    }

    /** The relay has all frames of video up to this capture time. */
    void arrived(long captureMicros) {
        lock.lock();
        try {
            arrivedMicros = captureMicros;
            groups.removeIf(group -> !group.isMissed() && group.endMicros() <= captureMicros - KEPT_MICROS);
            count();
        } finally {
            lock.unlock();
        }
    }

    /** The oldest group that the relay lacks. */
    Optional<BackfillGroup> next() {
        lock.lock();
        try {
            return groups.stream().filter(BacklogGroup::isMissed).findFirst().map(BacklogGroup::toBackfill);
        } finally {
            lock.unlock();
        }
    }

    /** A group is in the recording. */
    void stored(long group) {
        lock.lock();
        try {
            groups.removeIf(each -> each.number() == group);
            count();
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private void keep(int track, AccessUnit unit, long droppedNow) {
        if (unit.kind() == MediaKind.VIDEO && !isMain(track)) {
            return;
        }
        if (unit.kind() == MediaKind.VIDEO && unit.key() && beginsGroup(unit)) {
            begin(unit.captureMicros());
        }
        open.ifPresent(group -> group.add(track, unit));
        if (droppedNow != dropped || !connected) {
            dropped = droppedNow;
            missAllOnTheWay();
        }
        if (open.filter(group -> group.bytes() > Math.min(limit, BackfillGroup.MAX_BYTES / 2))
                .isPresent()) {
            abandonOpen();
        }
        makeRoom();
    }

    /** The send queue drops all that waits of a track, which may be several groups. */
    @GuardedBy("lock")
    private void missAllOnTheWay() {
        open.ifPresent(BacklogGroup::miss);
        for (BacklogGroup group : groups) {
            if (group.endMicros() > arrivedMicros) {
                group.miss();
            }
        }
    }

    @GuardedBy("lock")
    private boolean beginsGroup(AccessUnit unit) {
        return open.map(group -> unit.captureMicros() - group.startMicros() >= LEAST_GROUP_MICROS)
                .orElse(true);
    }

    @GuardedBy("lock")
    private void begin(long micros) {
        number = (number + 1) & WireLimits.MAX_U32;
        BacklogGroup next = new BacklogGroup(number, tracks.all(), micros);
        if (open.isPresent()) {
            open.get().end(micros, next);
            groups.addLast(open.get());
            count();
        }
        open = Optional.of(next);
    }

    @GuardedBy("lock")
    private void count() {
        bytes = groups.stream().mapToLong(BacklogGroup::bytes).sum();
    }

    @GuardedBy("lock")
    private void makeRoom() {
        while (!groups.isEmpty() && bytes + open.map(BacklogGroup::bytes).orElse(0L) > limit) {
            bytes -= groups.removeFirst().bytes();
        }
    }

    @GuardedBy("lock")
    private boolean isMain(int track) {
        List<Track> video = tracks.of(MediaKind.VIDEO);
        return !video.isEmpty() && video.get(0).id() == track;
    }

    @GuardedBy("lock")
    private void abandonOpen() {
        open = Optional.empty();
    }

    @GuardedBy("lock")
    private void clear() {
        groups.clear();
        bytes = 0;
        abandonOpen();
    }
}
