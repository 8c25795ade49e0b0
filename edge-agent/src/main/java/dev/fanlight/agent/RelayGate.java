package dev.fanlight.agent;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.agent.media.MediaSink;
import dev.fanlight.agent.media.TracksByKind;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.SourceState;
import dev.fanlight.media.Track;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Keeps the uplink idle while only viewers on the local network watch: for the relay the camera is asleep then. When the relay needs it again, a
 * new epoch begins with the next key frame. Thread safe.
 */
final class RelayGate implements MediaSink {

    private final MediaSink uplink;
    private final SourceStates relay;
    private final RelayControl control;
    private final BooleanSupplier watchedHere;
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final TracksByKind tracks = new TracksByKind();

    @GuardedBy("lock")
    private boolean open = true;

    @GuardedBy("lock")
    private boolean requested;

    /**
     * Makes one that is open.
     *
     * @param uplink takes what passes
     * @param relay gets the state of the camera
     * @param control what the relay asks for; it is asked for key frames
     * @param watchedHere whether there are viewers on the local network
     */
    RelayGate(MediaSink uplink, SourceStates relay, RelayControl control, BooleanSupplier watchedHere) {
        this.uplink = uplink;
        this.relay = relay;
        this.control = control;
        this.watchedHere = watchedHere;
    }

    /** Whether there are viewers on the local network only. Without any viewer, what is captured is a still for the relay, which passes. */
    private boolean isForOthers() {
        return !control.demand().isWanted() && watchedHere.getAsBoolean();
    }

    /** The state of the camera, for the relay as far as that needs it: one that runs for others is asleep for it. */
    void source(SourceState state, Optional<String> detail) {
        boolean running = state == SourceState.STARTING || state == SourceState.LIVE;
        relay.source(running && isForOthers() ? SourceState.ASLEEP : state, detail);
    }

    @Override
    public void begin(MediaKind kind, List<Track> next) {
        lock.lock();
        try {
            tracks.replace(kind, next);
            uplink.begin(kind, next);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void accept(int track, AccessUnit unit) {
        lock.lock();
        try {
            if (isForOthers()) {
                close();
            } else if (open || opens(unit)) {
                uplink.accept(track, unit);
            }
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private void close() {
        if (open) {
            open = false;
            requested = false;
            control.release();
            relay.source(SourceState.ASLEEP, Optional.empty());
        }
    }

    @GuardedBy("lock")
    private boolean opens(AccessUnit unit) {
        if (unit.kind() == MediaKind.VIDEO && unit.key()) {
            open = true;
            control.resume();
            relay.source(SourceState.LIVE, Optional.empty());
            uplink.begin(MediaKind.VIDEO, tracks.of(MediaKind.VIDEO));
            return true;
        }
        if (!requested) {
            requested = true;
            control.resume();
            tracks.of(MediaKind.VIDEO).forEach(track -> control.keyFrame(track.id()));
        }
        return false;
    }
}
