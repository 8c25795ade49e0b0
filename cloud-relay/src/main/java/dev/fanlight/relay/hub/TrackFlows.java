package dev.fanlight.relay.hub;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The tracks of a stream by their id, at most 256. Hub’s lock. */
final class TrackFlows {

    /** A rendition that is so far behind the other is not sent any more. */
    private static final Duration OUTDATED = Duration.ofSeconds(3);

    private final Map<Integer, TrackFlow> flows = new HashMap<>();

    /** Takes an access unit of an announced track, which is borrowed. */
    Optional<StreamFrame> take(Frame frame, long nowNanos) {
        return flow(frame.header().track()).take(frame, nowNanos);
    }

    /**
     * What somebody who joins is to get: the pictures of one rendition, which comes now, and all of the tracks without pictures. Each is
     * retained for the caller.
     */
    List<StreamFrame> snapshot(Renditions renditions, boolean small) {
        List<StreamFrame> all = new ArrayList<>();
        rendition(renditions, small).ifPresent(flow -> all.addAll(flow.cache().snapshot()));
        for (int track : renditions.others()) {
            all.addAll(flow(track).cache().snapshot());
        }
        return all;
    }

    /** The wanted rendition, or the other while nobody has the agent encode the wanted one. */
    private Optional<TrackFlow> rendition(Renditions renditions, boolean small) {
        Optional<TrackFlow> main = flow(renditions.main());
        Optional<TrackFlow> low = flow(renditions.low());
        Optional<TrackFlow> wanted = small ? low.or(() -> main) : main;
        Optional<TrackFlow> other = small ? main : low;
        boolean outdated = wanted.isPresent()
                && other.isPresent()
                && other.get().newestNanos() - wanted.get().newestNanos() > OUTDATED.toNanos();
        return outdated ? other : wanted;
    }

    private Optional<TrackFlow> flow(OptionalInt track) {
        return track.isPresent() ? Optional.of(flow(track.getAsInt())) : Optional.empty();
    }

    void clearCaches() {
        flows.values().forEach(flow -> flow.cache().clear());
    }

    void restart() {
        flows.values().forEach(TrackFlow::restart);
    }

    private TrackFlow flow(int track) {
        return flows.computeIfAbsent(track, id -> new TrackFlow());
    }
}
