package dev.fanlight.relay.socket;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.relay.auth.Authenticator.Verdict;
import dev.fanlight.relay.auth.AuthorizedSessions;
import dev.fanlight.relay.auth.AuthorizedSessions.Seat;
import dev.fanlight.relay.auth.Principal;
import dev.fanlight.relay.log.ErrorLog;
import io.vertx.core.WorkerExecutor;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Watches over the rights of open sockets. Thread safe.
 *
 * @param live told who is there
 * @param worker for what blocks
 * @param errors what went wrong
 */
public record AuthorizationMonitor(AuthorizedSessions live, WorkerExecutor worker, ErrorLog errors) {

    /**
     * Watches over a socket until it is closed. On its event loop.
     *
     * @param ask whether the right still stands; may block, called on a worker
     * @param ended what the peer is told when it does not
     */
    public SocketAuthorization watchOver(
            PeerSocket socket, Principal principal, Optional<Seat> seat, Supplier<Verdict> ask, CloseReason ended) {
        SocketAuthorization right = new SocketAuthorization(socket, principal, seat, ask, ended, this);
        live.add(right);
        socket.onClosed(() -> live.remove(right));
        socket.every(SocketAuthorization.INTERVAL, right::recheck);
        right.recheck();
        return right;
    }
}
