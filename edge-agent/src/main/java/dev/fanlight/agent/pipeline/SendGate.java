package dev.fanlight.agent.pipeline;

import dev.fanlight.agent.config.RunMode;
import dev.fanlight.agent.media.MediaSink;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import java.util.List;

/**
 * Lets access units through to the uplink while they are for a reader: those of a camera that is always on only while there is one, and
 * none of a camera that is paused. Called by the thread that makes them; what it asks is thread safe.
 */
final class SendGate implements MediaSink {

    private final RunMode mode;
    private final CameraDemand demand;
    private final StillTimer stills;
    private final MediaSink target;
    private final SourceListener listener;
    private List<Track> tracks = List.of();
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
    public synchronized void begin(List<Track> next) {
        tracks = List.copyOf(next);
        if (sending) {
            target.begin(tracks);
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
            target.begin(tracks);
            target.accept(track, unit);
        }
    }

    private void follow(boolean wanted) {
        if (wanted == sending) {
            return;
        }
        sending = wanted;
        listener.sending(wanted);
        if (wanted) {
            target.begin(tracks);
        }
    }
}
