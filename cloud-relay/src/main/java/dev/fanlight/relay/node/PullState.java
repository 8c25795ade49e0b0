package dev.fanlight.relay.node;

import io.vertx.core.http.WebSocket;
import java.util.Optional;

/** How far a {@link PullLink} is. */
sealed interface PullState {

    /** The socket, where there is one. */
    default Optional<WebSocket> open() {
        return Optional.empty();
    }

    /** There is no socket yet. */
    record Dialing() implements PullState {}

    /**
     * The other node sends its challenge next.
     *
     * @param socket to it
     * @param serverKey the key that it has shown
     */
    record Awaiting(WebSocket socket, String serverKey) implements PullState {

        @Override
        public Optional<WebSocket> open() {
            return Optional.of(socket);
        }
    }

    /**
     * The other node sends its proof next.
     *
     * @param socket to it
     * @param claim what it proves to know the secret for
     */
    record Proving(WebSocket socket, NodeClaim claim) implements PullState {

        @Override
        public Optional<WebSocket> open() {
            return Optional.of(socket);
        }
    }

    /**
     * The stream arrives.
     *
     * @param socket to the other node
     */
    record Pulling(WebSocket socket) implements PullState {

        @Override
        public Optional<WebSocket> open() {
            return Optional.of(socket);
        }
    }

    /** It has ended. */
    record Closed() implements PullState {}
}
