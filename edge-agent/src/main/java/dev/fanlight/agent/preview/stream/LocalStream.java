package dev.fanlight.agent.preview.stream;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.agent.media.CurrentViewers;
import dev.fanlight.agent.media.MediaSink;
import dev.fanlight.agent.media.Rendition;
import dev.fanlight.agent.media.StreamControl;
import dev.fanlight.agent.media.TracksByKind;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.CameraPause;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.StreamState;
import dev.fanlight.media.Track;
import dev.fanlight.media.UplinkQuality;
import dev.fanlight.protocol.Tracks;
import dev.fanlight.protocol.WireLimits;
import dev.fanlight.protocol.codec.MediaCodec;
import dev.fanlight.protocol.player.Stream;
import dev.fanlight.protocol.player.Viewers;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One camera’s stream to its viewers on the local network. Keeps the access units since the last key frame of each video track, within the
 * limits of a relay’s cache. At most {@link #MAX_VIEWERS}. Thread safe.
 */
public final class LocalStream implements MediaSink {

    /** Most viewers of one camera at a time: a computer at a camera is small, and its network too. */
    public static final int MAX_VIEWERS = 20;

    /** The page on the local network knows no names. */
    private static final String NAME = "on this network";

    private final StreamControl camera;
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final Map<StreamReader, LocalViewer> viewers = new LinkedHashMap<>();

    @GuardedBy("lock")
    private final Map<Integer, TrackCache> caches = new HashMap<>();

    @GuardedBy("lock")
    private final TracksByKind tracks = new TracksByKind();

    @GuardedBy("lock")
    private StreamState state = StreamState.ASLEEP;

    @GuardedBy("lock")
    private Optional<CameraPause> pause = Optional.empty();

    @GuardedBy("lock")
    private long epoch;

    @GuardedBy("lock")
    private boolean ended;

    /**
     * Makes one without viewers.
     *
     * @param camera gets demand and requests for key frames
     * @param firstEpoch the epochs count on from its lower 32 bits
     */
    public LocalStream(StreamControl camera, long firstEpoch) {
        this.camera = camera;
        this.epoch = firstEpoch & WireLimits.MAX_U32;
    }

    @Override
    public void begin(MediaKind kind, List<Track> next) {
        lock.lock();
        try {
            boolean same = tracks.replace(kind, next).equals(next);
            if (kind == MediaKind.VIDEO || !same) {
                newEpoch();
            }
        } finally {
            lock.unlock();
        }
    }

    /** A later change of the sound alone ends the video’s epoch, too: a viewer waits for the next key frame, which is requested. */
    @GuardedBy("lock")
    private void newEpoch() {
        epoch = (epoch + 1) & WireLimits.MAX_U32;
        caches.clear();
        viewers.values().forEach(LocalViewer::interrupt);
        tracks.all().forEach(track -> caches.put(track.id(), new TrackCache(track.id())));
        viewers.keySet().forEach(reader -> reader.control(new Tracks(epoch, tracks.all())));
        demand();
        tracks.of(MediaKind.VIDEO).forEach(track -> camera.keyFrame(track.id()));
    }

    @Override
    public void accept(int track, AccessUnit unit) {
        lock.lock();
        try {
            if (state == StreamState.ASLEEP) {
                // A still for a relay: who comes later must not take it for live.
                return;
            }
            boolean fits = unit.size() <= WireLimits.MAX_MEDIA_BYTES - MediaCodec.HEADER_BYTES;
            Optional<TrackCache> cache = Optional.ofNullable(caches.get(track)).filter(known -> fits);
            Optional<MediaMessage> message = cache.flatMap(known -> known.add(unit, epoch));
            message.ifPresent(made -> viewers.values().forEach(viewer -> viewer.offer(made)));
        } finally {
            lock.unlock();
        }
    }

    /** The state of the camera, for viewers. */
    public void state(StreamState next) {
        lock.lock();
        try {
            state = next;
            if (next != StreamState.LIVE) {
                caches.values().forEach(TrackCache::clear);
                viewers.values().forEach(LocalViewer::interrupt);
            }
            reportState();
        } finally {
            lock.unlock();
        }
    }

    /** Why the camera is kept off, for viewers; empty when it is no more. */
    public void pause(Optional<CameraPause> next) {
        lock.lock();
        try {
            pause = next;
            reportState();
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private void reportState() {
        viewers.keySet().forEach(reader -> reader.control(message()));
    }

    @GuardedBy("lock")
    private Stream message() {
        return new Stream(
                pause.isPresent() ? StreamState.PAUSED : state,
                OptionalLong.empty(),
                UplinkQuality.FINE,
                pause,
                false,
                false);
    }

    /** It is shown no more: its viewers go, and no other is admitted. */
    public void end() {
        lock.lock();
        try {
            ended = true;
            List<StreamReader> gone = List.copyOf(viewers.keySet());
            viewers.clear();
            changed();
            gone.forEach(StreamReader::ended);
        } finally {
            lock.unlock();
        }
    }

    /** Whether anybody watches here. */
    public boolean isWatched() {
        lock.lock();
        try {
            return viewers.values().stream().anyMatch(LocalViewer::isWatching);
        } finally {
            lock.unlock();
        }
    }

    /** Admits a viewer, who is sent the stream from its last key frame on; false when there are too many. */
    public boolean join(StreamReader reader) {
        lock.lock();
        try {
            if (ended || viewers.size() >= MAX_VIEWERS) {
                return false;
            }
            reader.control(message());
            LocalViewer viewer = new LocalViewer(reader, Rendition.MAIN.track());
            viewers.put(reader, viewer);
            changed();
            if (!tracks.all().isEmpty()) {
                reader.control(new Tracks(epoch, tracks.all()));
            }
            catchUp(viewer, Rendition.MAIN.track());
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** A viewer asks for this rendition, or for no media. */
    public void prefer(StreamReader reader, Optional<Rendition> rendition) {
        lock.lock();
        try {
            Optional<Integer> wanted = rendition.map(this::available);
            LocalViewer viewer = viewers.get(reader);
            if (viewer == null || viewer.wanted().equals(wanted)) {
                return;
            }
            boolean watched = viewer.isWatching();
            viewer.want(wanted);
            changed();
            if (wanted.isPresent() && watched) {
                camera.keyFrame(wanted.get());
            } else if (wanted.isPresent()) {
                catchUp(viewer, wanted.get());
            }
        } finally {
            lock.unlock();
        }
    }

    /** A viewer is gone. */
    public void leave(StreamReader reader) {
        lock.lock();
        try {
            if (viewers.remove(reader) != null) {
                changed();
            }
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private int available(Rendition rendition) {
        return tracks.contains(MediaKind.VIDEO, rendition.track()) ? rendition.track() : Rendition.MAIN.track();
    }

    @GuardedBy("lock")
    private void catchUp(LocalViewer viewer, int wanted) {
        List<MediaMessage> cached = Optional.ofNullable(caches.get(wanted))
                .map(TrackCache::sinceKey)
                .orElse(List.of());
        if (cached.isEmpty()) {
            camera.keyFrame(wanted);
            return;
        }
        cached.forEach(viewer::offer);
    }

    @GuardedBy("lock")
    private void changed() {
        demand();
        viewers.keySet().forEach(reader -> reader.control(new Viewers(viewers.size())));
    }

    /** The tracks of sound are known only when the camera has announced them, after the viewers who want them have come. */
    @GuardedBy("lock")
    private void demand() {
        int count =
                (int) viewers.values().stream().filter(LocalViewer::isWatching).count();
        Set<Integer> needed = new TreeSet<>();
        viewers.values().forEach(viewer -> viewer.wanted().ifPresent(needed::add));
        tracks.all().stream()
                .filter(track -> track.kind() != MediaKind.VIDEO && count > 0)
                .forEach(track -> needed.add(track.id()));
        camera.demand(count, needed);
        camera.viewers(new CurrentViewers(count, Collections.nCopies(count, NAME)));
    }
}
