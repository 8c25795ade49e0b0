package dev.fanlight.relay.gateway.hls;

import dev.fanlight.relay.auth.Credentials;
import dev.fanlight.relay.auth.MonitoredSession;
import dev.fanlight.relay.auth.ViewingSession;
import dev.fanlight.relay.auth.WatchGate.Admitted;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.gateway.PlayerRequest;
import dev.fanlight.relay.ratelimit.AddressKey;
import dev.fanlight.relay.ratelimit.TokenBucket;
import dev.fanlight.relay.stream.LiveStream;
import io.netty.util.NetUtil;
import io.vertx.core.Context;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A player that was admitted, while it asks: counts as a viewer, and its right is checked again and again. Its name in addresses is a secret
 * that nothing else is good for. Thread safe.
 */
final class HlsSession implements MonitoredSession.Connection {

    /** Most requests a second; a player has some ten. */
    static final int REQUESTS = 40;

    /** Most requests at once. */
    static final int BURST = 120;

    private final HlsSessions sessions;
    private final GatewayContext relay;
    private final Context context;
    private final String name;
    private final LiveStream stream;
    private final PlayerRequest request;
    private final Admitted admitted;
    private final TokenBucket requests;
    private volatile long askedNanos;
    private volatile boolean ended;

    /**
     * A session that is not monitored yet.
     *
     * @param name unguessable
     * @param request by which it began
     * @param admitted closed when the session ends
     */
    HlsSession(
            HlsSessions sessions,
            GatewayContext relay,
            String name,
            LiveStream stream,
            PlayerRequest request,
            Admitted admitted) {
        this.sessions = sessions;
        this.relay = relay;
        this.context = relay.vertx().getOrCreateContext();
        this.name = name;
        this.stream = stream;
        this.request = request;
        this.admitted = admitted;
        this.requests = new TokenBucket(relay.clock(), REQUESTS, BURST);
        this.askedNanos = relay.clock().nanoTime();
    }

    String name() {
        return name;
    }

    LiveStream stream() {
        return stream;
    }

    AddressKey addressKey() {
        return request.addressKey();
    }

    /** Whether pages of any origin may read its answers: it began with a key, and no cookie counts beside that. */
    boolean isForAnyOrigin() {
        return request.showsKey();
    }

    /** Has the right checked until the session ends; what is returned is to be closed then. */
    MonitoredSession monitor() {
        long now = TimeUnit.MICROSECONDS.toMillis(relay.wallClock().micros());
        String address = NetUtil.toAddressString(request.address());
        Credentials credentials = request.credentials();
        return relay.authorization()
                .monitor(
                        this,
                        admitted.principal(),
                        Optional.of(ViewingSession.ofPlayer(admitted, "hls", now, address)),
                        admitted.remaining(now),
                        () -> relay.watchGate().recheck(admitted, credentials));
    }

    /** Counts a request; returns whether it may be answered. */
    boolean ask() {
        askedNanos = relay.clock().nanoTime();
        synchronized (requests) {
            return requests.take(1);
        }
    }

    /** Whether it has not asked for so long. */
    boolean isIdleFor(Duration time) {
        return relay.clock().nanoTime() - askedNanos >= time.toNanos();
    }

    /** Whether the same client asks again with the same credentials. */
    boolean isOf(PlayerRequest other) {
        return request.camera().equals(other.camera())
                && request.addressKey().equals(other.addressKey())
                && request.credentials().equals(other.credentials());
    }

    boolean hasEnded() {
        return ended;
    }

    /** It has been removed; to be called once. */
    void ended() {
        ended = true;
        admitted.close();
    }

    @Override
    public void execute(Runnable task) {
        context.runOnContext(now -> task.run());
    }

    @Override
    public void schedule(Duration delay, Runnable task) {
        relay.vertx().setTimer(Math.max(1, delay.toMillis()), id -> {
            if (!ended) {
                execute(task);
            }
        });
    }

    @Override
    public void unauthorized(Reason reason) {
        sessions.end(this);
    }
}
