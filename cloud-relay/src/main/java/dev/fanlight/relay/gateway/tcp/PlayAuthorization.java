package dev.fanlight.relay.gateway.tcp;

import dev.fanlight.relay.auth.Credentials;
import dev.fanlight.relay.auth.MonitoredSession;
import dev.fanlight.relay.auth.ViewingSession;
import dev.fanlight.relay.auth.WatchGate;
import dev.fanlight.relay.gateway.GatewayContext;
import io.netty.util.NetUtil;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A player’s connection, which ends when its right does. Event loop only, but for {@link #execute}.
 *
 * @param socket the socket
 * @param end ends the connection
 */
public record PlayAuthorization(TcpSocket socket, Runnable end) implements MonitoredSession.Connection {

    /** Has the right of {@code admitted}, who watches by {@code protocol}, checked until the socket closes. */
    public static void monitor(
            TcpSocket socket,
            GatewayContext relay,
            WatchGate.Admitted admitted,
            String protocol,
            Credentials credentials,
            Runnable end) {
        long now = TimeUnit.MICROSECONDS.toMillis(relay.wallClock().micros());
        String address = NetUtil.toAddressString(socket.address());
        MonitoredSession session = relay.authorization()
                .monitor(
                        new PlayAuthorization(socket, end),
                        admitted.principal(),
                        Optional.of(ViewingSession.ofPlayer(admitted, protocol, now, address)),
                        admitted.remaining(now),
                        () -> relay.watchGate().recheck(admitted, credentials));
        socket.onClosed(session::close);
    }

    @Override
    public void execute(Runnable task) {
        socket.execute(task);
    }

    @Override
    public void schedule(Duration delay, Runnable task) {
        socket.after(delay, task);
    }

    @Override
    public void unauthorized(Reason reason) {
        end.run();
    }
}
