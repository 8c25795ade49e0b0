package dev.fanlight.relay.ingest;

import dev.fanlight.relay.socket.PeerSocket;
import io.vertx.core.Handler;

/** Takes agents’ sockets when they have been opened. Event loop only. */
public final class IngestHandler implements Handler<PeerSocket> {

    private final IngestServices services;

    /** Serves agents with {@code services}. */
    public IngestHandler(IngestServices services) {
        this.services = services;
    }

    @Override
    public void handle(PeerSocket socket) {
        IngestSession.start(socket, services);
    }
}
