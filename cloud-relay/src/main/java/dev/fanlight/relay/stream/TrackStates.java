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

    private final Map<Integer, TrackState> states = new HashMap<>();

    /** Takes an access unit of an announced track, which the caller still owns. */
    Optional<IndexedFrame> take(MediaFrame frame, long nowNanos) {
        return state(frame.header().track()).take(frame, nowNanos);
    }

    /**
     * The cached frames for a late joiner: of one rendition that is being published, and of all tracks without video. Each is retained for
     * the caller.
     */
    List<IndexedFrame> snapshot(Renditions renditions, boolean lowWanted) {
        List<IndexedFrame> all = new ArrayList<>();
        rendition(renditions, lowWanted)
                .ifPresent(state -> all.addAll(state.cache().snapshot()));
        for (int track : renditions.others()) {
            all.addAll(state(track).cache().snapshot());
        }
        return all;
    }

    /** The newest key frame of the rendition that a late joiner gets, retained for the caller. */
    Optional<IndexedFrame> still(Renditions renditions, boolean lowWanted) {
        return rendition(renditions, lowWanted).flatMap(state -> state.cache().still());
    }

    /** The wanted rendition, or the other one while the wanted one is not being encoded. */
    private Optional<TrackState> rendition(Renditions renditions, boolean lowWanted) {
        Optional<TrackState> main = state(renditions.main());
        Optional<TrackState> low = state(renditions.low());
        Optional<TrackState> wanted = lowWanted ? low.or(() -> main) : main;
        Optional<TrackState> other = lowWanted ? main : low;
        boolean outdated = wanted.isPresent()
                && other.isPresent()
                && other.get().newestNanos() - wanted.get().newestNanos() > OUTDATED.toNanos();
        return outdated ? other : wanted;
    }

    private Optional<TrackState> state(OptionalInt track) {
        return track.isPresent() ? Optional.of(state(track.getAsInt())) : Optional.empty();
    }

    void clearCaches() {
        states.values().forEach(state -> state.cache().clear());
    }

    void restart() {
        states.values().forEach(TrackState::restart);
    }

    private TrackState state(int track) {
        return states.computeIfAbsent(track, id -> new TrackState());
    }
}
