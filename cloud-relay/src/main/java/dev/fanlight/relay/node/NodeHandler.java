package dev.fanlight.relay.node;

import dev.fanlight.relay.socket.PeerSocket;
import io.vertx.core.Handler;

/** Takes the sockets of nodes that pull when they have been opened. Event loop only. */
public final class NodeHandler implements Handler<PeerSocket> {

    /** The path of these sockets. */
    public static final String PATH = "/ws/v1/node";

    private final NodeServices services;

    /** Serves nodes with {@code services}. */
    public NodeHandler(NodeServices services) {
        this.services = services;
    }

    @Override
    public void handle(PeerSocket socket) {
        ServingSession.start(socket, services);
    }
}
