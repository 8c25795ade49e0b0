package dev.fanlight.relay.gateway.rtmp;

import io.vertx.core.Context;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import java.util.function.Consumer;

/** A port on one event loop: deployed once for each loop. */
final class RtmpListener implements Deployable {

    private final NetServerOptions options;
    private final RtmpServices services;
    private final Consumer<NetServer> opened;

    /**
     * A listener for one loop.
     *
     * @param options with address and port
     * @param opened receives the server once it is open
     */
    RtmpListener(NetServerOptions options, RtmpServices services, Consumer<NetServer> opened) {
        this.options = options;
        this.services = services;
        this.opened = opened;
    }

    @Override
    public Future<?> deploy(Context context) {
        Vertx vertx = context.owner();
        return vertx.createNetServer(options)
                .connectHandler(socket -> RtmpSession.start(new RtmpSocket(vertx, socket), services))
                .exceptionHandler(
                        e -> services.relay().errors().warn("A connection by RTMPS has failed in its TLS handshake"))
                .listen()
                .onSuccess(opened::accept);
    }
}
