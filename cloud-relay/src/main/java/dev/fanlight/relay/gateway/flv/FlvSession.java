package dev.fanlight.relay.gateway.flv;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.relay.auth.Credentials;
import dev.fanlight.relay.auth.MonitoredSession;
import dev.fanlight.relay.auth.ViewingSession;
import dev.fanlight.relay.auth.WatchGate.Admitted;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.stream.LiveStream;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A reader that was admitted, until its connection closes: it counts as a viewer, and its right is checked again and again. Event loop
 * only, but for {@link #stop}.
 */
final class FlvSession implements MonitoredSession.Connection {

    private final FlvServices services;
    private final FlvConnection connection;
    private final FlvFanOut fanOut;
    private final FlvViewer viewer;
    private final Admitted admitted;

    private FlvSession(FlvServices services, FlvConnection connection, LiveStream stream, Admitted admitted) {
        this.services = services;
        this.connection = connection;
        this.admitted = admitted;
        this.fanOut = services.fanOut(stream);
        GatewayContext relay = services.relay();
        this.viewer = new FlvViewer(
                connection,
                relay.clock(),
                relay.counters(),
                relay.timeouts().viewers().stuck());
    }

    /**
     * Begins one.
     *
     * @param admitted closed when the session ends
     * @param credentials what it showed
     */
    static void start(
            FlvServices services,
            FlvConnection connection,
            LiveStream stream,
            Admitted admitted,
            Credentials credentials,
            InetAddress address) {
        FlvSession session = new FlvSession(services, connection, stream, admitted);
        services.sessions().add(session);
        session.fanOut.enter(session.viewer);
        MonitoredSession monitored = session.monitor(credentials, address);
        connection.channel().onClosed(() -> {
            monitored.close();
            session.leave();
        });
    }

    /** Ends it because the relay stops. Any thread. */
    void stop() {
        connection.channel().post(() -> connection.end(CloseReason.RESTARTING));
    }

    @Override
    public void execute(Runnable task) {
        connection.channel().post(task);
    }

    @Override
    public void schedule(Duration delay, Runnable task) {
        connection.channel().after(delay, task);
    }

    @Override
    public void unauthorized(Reason reason) {
        connection.end(
                switch (reason) {
                    case REVOKED -> CloseReason.LINK_ENDED;
                    case MOVED -> CloseReason.RESTARTING;
                    case UNKNOWN -> CloseReason.INTERNAL_ERROR;
                });
    }

    private void leave() {
        services.sessions().remove(this);
        fanOut.leave(viewer);
        admitted.close();
    }

    private MonitoredSession monitor(Credentials credentials, InetAddress address) {
        GatewayContext relay = services.relay();
        long now = TimeUnit.MICROSECONDS.toMillis(relay.wallClock().micros());
        return relay.authorization()
                .monitor(
                        this,
                        admitted.principal(),
                        Optional.of(ViewingSession.ofPlayer(admitted.camera(), now, NetUtil.toAddressString(address))),
                        admitted.remaining(now),
                        () -> relay.watchGate().recheck(admitted, credentials));
    }
}
