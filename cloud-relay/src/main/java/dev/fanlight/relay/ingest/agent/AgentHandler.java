package dev.fanlight.relay.ingest.agent;

import dev.fanlight.relay.socket.PeerSocket;
import io.vertx.core.Handler;

/** Takes agents’ sockets when they have been opened. Event loop only. */
public final class AgentHandler implements Handler<PeerSocket> {

    private final AgentServices services;

    /** Serves agents with {@code services}. */
    public AgentHandler(AgentServices services) {
        this.services = services;
    }

    /** Takes the sockets of pages that publish: they present a publish key, and publish as agents do after that. */
    public Handler<PeerSocket> ofPages() {
        return socket -> AgentSession.startPage(socket, services);
    }

    @Override
    public void handle(PeerSocket socket) {
        AgentSession.start(socket, services);
    }
}
