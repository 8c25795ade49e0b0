package dev.fanlight.agent.pipeline;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.agent.config.RunMode;
import dev.fanlight.agent.media.MediaSink;
import dev.fanlight.agent.media.TracksByKind;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import java.util.List;

/**
 * Lets access units through to the uplink while they are for a reader: those of a camera that is always on only while there is one, and
 * none of a camera that is paused. Thread safe.
 */
final class SendGate implements MediaSink {

    private final RunMode mode;
    private final CameraDemand demand;
    private final StillTimer stills;
    private final MediaSink target;
    private final SourceListener listener;

    @GuardedBy("this")
    private final TracksByKind tracks = new TracksByKind();

    @GuardedBy("this")
    private boolean sending;

    SendGate(RunMode mode, CameraDemand demand, StillTimer stills, MediaSink target, SourceListener listener) {
        this.mode = mode;
        this.demand = demand;
        this.stills = stills;
        this.target = target;
        this.listener = listener;
        this.sending = mode != RunMode.ALWAYS;
    }

    @Override
    public synchronized void begin(MediaKind kind, List<Track> next) {
        tracks.replace(kind, next);
        if (sending) {
            target.begin(kind, next);
        }
    }

    @Override
    public synchronized void accept(int track, AccessUnit unit) {
        if (demand.isPaused()) {
            return;
        }
        if (mode == RunMode.ALWAYS) {
            follow(demand.hasReaders());
        }
        if (sending) {
            target.accept(track, unit);
        } else if (unit.kind() == MediaKind.VIDEO && unit.key() && stills.isDue()) {
            stills.made();
            announce();
            target.accept(track, unit);
        }
    }

    @GuardedBy("this")
    private void follow(boolean wanted) {
        if (wanted == sending) {
            return;
        }
        sending = wanted;
        listener.sending(wanted);
        if (wanted) {
            announce();
        }
    }

    @GuardedBy("this")
    private void announce() {
        for (MediaKind kind : List.of(MediaKind.VIDEO, MediaKind.AUDIO)) {
            if (!tracks.of(kind).isEmpty()) {
                target.begin(kind, tracks.of(kind));
            }
        }
    }
}
