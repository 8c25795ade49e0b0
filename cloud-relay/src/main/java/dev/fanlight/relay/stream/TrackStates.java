package dev.fanlight.relay.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The tracks of a stream by their id, at most 256. Stream’s lock. */
final class TrackStates {

    /** A rendition this far behind the other is no longer being published. */
    private static final Duration OUTDATED = Duration.ofSeconds(3);

    private final Map<Integer, TrackState> flows = new HashMap<>();

    /** Takes an access unit of an announced track, which is borrowed. */
    Optional<IndexedFrame> take(MediaFrame frame, long nowNanos) {
        return flow(frame.header().track()).take(frame, nowNanos);
    }

    /**
     * The cached frames for a late joiner: of one rendition that is being published, and of all tracks without video. Each is retained
     * for the caller.
     */
    List<IndexedFrame> snapshot(Renditions renditions, boolean small) {
        List<IndexedFrame> all = new ArrayList<>();
        rendition(renditions, small).ifPresent(flow -> all.addAll(flow.cache().snapshot()));
        for (int track : renditions.others()) {
            all.addAll(flow(track).cache().snapshot());
        }
        return all;
    }

    /** The wanted rendition, or the other one while the wanted one is not being encoded. */
    private Optional<TrackState> rendition(Renditions renditions, boolean small) {
        Optional<TrackState> main = flow(renditions.main());
        Optional<TrackState> low = flow(renditions.low());
        Optional<TrackState> wanted = small ? low.or(() -> main) : main;
        Optional<TrackState> other = small ? main : low;
        boolean outdated = wanted.isPresent()
                && other.isPresent()
                && other.get().newestNanos() - wanted.get().newestNanos() > OUTDATED.toNanos();
        return outdated ? other : wanted;
    }

    private Optional<TrackState> flow(OptionalInt track) {
        return track.isPresent() ? Optional.of(flow(track.getAsInt())) : Optional.empty();
    }

    void clearCaches() {
        flows.values().forEach(flow -> flow.cache().clear());
    }

    void restart() {
        flows.values().forEach(TrackState::restart);
    }

    private TrackState flow(int track) {
        return flows.computeIfAbsent(track, id -> new TrackState());
    }
}
