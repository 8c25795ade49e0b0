package dev.fanlight.relay.gateway.hls;

import dev.fanlight.relay.auth.MonitoredSession;
import dev.fanlight.relay.auth.WatchGate.Admitted;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.gateway.PlayerRequest;
import dev.fanlight.relay.stream.LiveStream;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who watches by HLS, and the muxers of the streams that are watched. Thread safe; sessions are opened on event loops only. */
final class HlsSessions {

    private static final int NAME_BYTES = 16;

    private final GatewayContext relay;
    private final HlsTimeouts timeouts;
    private final Random random;
    private final HlsMemory memory;
    private final WaitingPlaces places = new WaitingPlaces();
    // At most as many as the limit of viewers allows.
    private final Map<String, Open> sessions = new ConcurrentHashMap<>();
    // At most as many as there are streams, and as there are sessions.
    private final Map<LiveStream, Watched> muxers = new ConcurrentHashMap<>();

    /** No sessions; their names come from {@code random}, which nobody can predict. */
    HlsSessions(GatewayContext relay, HlsConfig config, HlsTimeouts timeouts, Random random) {
        this.relay = relay;
        this.memory = new HlsMemory(config.memory());
        this.timeouts = timeouts;
        this.random = random;
    }

    /** A session and the check of its right. */
    private record Open(HlsSession session, MonitoredSession monitored) {}

    /** A muxer and who watches by it; changed only while the map holds its entry. */
    private record Watched(HlsMuxer muxer, Set<HlsSession> sessions) {

        void count() {
            muxer.consumers(sessions.size());
        }
    }

    GatewayContext relay() {
        return relay;
    }

    HlsTimeouts timeouts() {
        return timeouts;
    }

    WaitingPlaces places() {
        return places;
    }

    /** Opens a session of a client that was admitted; empty when there is no memory for its camera. On an event loop. */
    Optional<HlsSession> open(LiveStream stream, PlayerRequest request, Admitted admitted) {
        HlsSession session = new HlsSession(this, relay, newName(), stream, request, admitted);
        // Before the camera learns that one more watches, so that it learns who.
        MonitoredSession monitored = session.monitor();
        Watched watched = muxers.compute(stream, (its, known) -> with(session, its, known));
        if (watched == null) {
            monitored.close();
            return Optional.empty();
        }
        sessions.put(session.name(), new Open(session, monitored));
        return Optional.of(session);
    }

    Optional<HlsSession> find(String name) {
        return Optional.ofNullable(sessions.get(name)).map(Open::session);
    }

    /** The muxer of a session that has not ended. */
    Optional<HlsMuxer> muxer(HlsSession session) {
        return Optional.ofNullable(muxers.get(session.stream())).map(Watched::muxer);
    }

    /** Ends a session, and the muxer with its last one; does nothing the second time. */
    void end(HlsSession session) {
        Open open = sessions.remove(session.name());
        if (open == null) {
            return;
        }
        open.monitored().close();
        session.ended();
        muxers.computeIfPresent(session.stream(), (its, watched) -> without(session, watched));
    }

    /** Ends the sessions that a client has left behind, so that they take no place that it needs now. */
    void endReplaced(PlayerRequest request) {
        endAll(session -> session.isOf(request) && session.isIdleFor(timeouts.replaced()));
    }

    /** Ends all sessions. */
    void endAll() {
        endAll(session -> true);
    }

    /** How many watch. */
    int size() {
        return sessions.size();
    }

    /** How many streams are read. */
    int muxers() {
        return muxers.size();
    }

    private void endAll(Predicate<HlsSession> which) {
        sessions.values().stream().map(Open::session).filter(which).toList().forEach(this::end);
    }

    private @Nullable Watched with(HlsSession session, LiveStream stream, @Nullable Watched known) {
        if (known == null && !memory.enter()) {
            return null;
        }
        Watched watched = known == null ? watch(stream) : known;
        watched.sessions().add(session);
        watched.count();
        return watched;
    }

    private Watched watch(LiveStream stream) {
        HlsMuxer muxer = new HlsMuxer(relay, stream, memory, () -> endIdle(stream));
        return new Watched(muxer, ConcurrentHashMap.newKeySet());
    }

    private void endIdle(LiveStream stream) {
        Watched watched = muxers.get(stream);
        if (watched != null) {
            List.copyOf(watched.sessions()).stream()
                    .filter(session -> session.isIdleFor(timeouts.idle()))
                    .forEach(this::end);
        }
    }

    private @Nullable Watched without(HlsSession session, Watched watched) {
        watched.sessions().remove(session);
        if (watched.sessions().isEmpty()) {
            watched.muxer().close();
            memory.leave();
            return null;
        }
        watched.count();
        watched.muxer().waiting().check(relay.clock().nanoTime());
        return watched;
    }

    private String newName() {
        byte[] name = new byte[NAME_BYTES];
        random.nextBytes(name);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(name);
    }
}
