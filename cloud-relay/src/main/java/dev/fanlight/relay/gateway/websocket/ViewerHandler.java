package dev.fanlight.relay.gateway.websocket;

import dev.fanlight.relay.socket.PeerSocket;
import io.vertx.core.Handler;

/** Takes players’ sockets when they have been opened. Event loop only. */
public final class ViewerHandler implements Handler<PeerSocket> {

    private final ViewerServices services;

    /** Serves players with {@code services}. */
    public ViewerHandler(ViewerServices services) {
        this.services = services;
    }

    @Override
    public void handle(PeerSocket socket) {
        ViewerSession.start(socket, services);
    }
}
