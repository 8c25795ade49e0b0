package dev.fanlight.relay.socket;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.relay.auth.MonitoredSession;
import java.time.Duration;
import java.util.Optional;

/**
 * A peer’s socket as the connection of a monitored session. Event loop only, but for {@link #execute}.
 *
 * @param socket the socket
 * @param revoked with what it is closed when its right ends
 */
public record SocketConnection(PeerSocket socket, CloseReason revoked) implements MonitoredSession.Connection {

    /** When a peer is to connect again whose camera was renamed. */
    private static final Duration RECONNECT = Duration.ofMillis(200);

    @Override
    public void execute(Runnable task) {
        socket.post(task);
    }

    @Override
    public void schedule(Duration delay, Runnable task) {
        socket.after(delay, task);
    }

    @Override
    public void unauthorized(Reason reason) {
        switch (reason) {
            case REVOKED -> socket.end(revoked);
            case MOVED -> socket.end(CloseReason.RESTARTING, Optional.of(RECONNECT));
            case DISCONNECTED -> socket.end(CloseReason.DISCONNECTED);
            case UNKNOWN -> socket.end(CloseReason.INTERNAL_ERROR);
        }
    }
}
