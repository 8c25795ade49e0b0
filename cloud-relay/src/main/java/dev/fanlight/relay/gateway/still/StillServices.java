package dev.fanlight.relay.gateway.still;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.stream.LiveStream;
import io.vertx.core.Context;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** What the stills of all cameras share. Thread safe. */
final class StillServices {

    private final GatewayContext relay;
    private final StillConfig config;
    private final StillTimeouts timeouts;
    private final StillMemory memory = new StillMemory(StillMemory.MAX_CAMERAS, StillMemory.MAX_BYTES);
    private final Executor executor;
    // At most as many as there are streams.
    private final Map<LiveStream, CameraStills> cameras = new ConcurrentHashMap<>();
    // At most as many as the limit of viewers allows.
    private final Set<MjpegSession> sessions = ConcurrentHashMap.newKeySet();

    StillServices(GatewayContext relay, StillConfig config, StillTimeouts timeouts) {
        this.relay = relay;
        this.config = config;
        this.timeouts = timeouts;
        Context context = relay.vertx().getOrCreateContext();
        this.executor = task -> context.runOnContext(run -> task.run());
    }

    GatewayContext relay() {
        return relay;
    }

    StillConfig config() {
        return config;
    }

    StillTimeouts timeouts() {
        return timeouts;
    }

    StillMemory memory() {
        return memory;
    }

    long nowNanos() {
        return relay.clock().nanoTime();
    }

    /** The present in ms since 1970. */
    long nowMillis() {
        return TimeUnit.MICROSECONDS.toMillis(relay.wallClock().micros());
    }

    /** Where children’s output is read: an event loop. */
    Executor executor() {
        return executor;
    }

    /** Follows a stream from its beginning. */
    void follow(CameraName camera, LiveStream stream) {
        cameras.put(stream, new CameraStills(camera, stream, this, () -> cameras.remove(stream)));
    }

    /** The stills of a stream, until it has ended. */
    Optional<CameraStills> of(LiveStream stream) {
        return Optional.ofNullable(cameras.get(stream));
    }

    Set<MjpegSession> sessions() {
        return sessions;
    }

    /** Runs {@code action} once, on an event loop. */
    void after(Duration delay, Runnable action) {
        relay.vertx().setTimer(delay.toMillis(), id -> action.run());
    }

    void close() {
        sessions.forEach(MjpegSession::stop);
        cameras.values().forEach(CameraStills::close);
        memory.close();
    }
}
