package dev.fanlight.relay.gateway.tcp;

import dev.fanlight.relay.gateway.GatewayContext;
import io.vertx.core.Context;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import java.nio.channels.ClosedChannelException;
import java.util.function.Consumer;

/** A port on one event loop: deployed once for each loop. */
final class TcpListener implements Deployable {

    private final NetServerOptions options;
    private final GatewayContext relay;
    private final Consumer<TcpSocket> onConnection;
    private final Consumer<NetServer> opened;

    /**
     * A listener for one loop.
     *
     * @param options with address and port
     * @param onConnection takes over each connection, on its event loop
     * @param opened receives the server once it is open
     */
    TcpListener(
            NetServerOptions options,
            GatewayContext relay,
            Consumer<TcpSocket> onConnection,
            Consumer<NetServer> opened) {
        this.options = options;
        this.relay = relay;
        this.onConnection = onConnection;
        this.opened = opened;
    }

    @Override
    public Future<?> deploy(Context context) {
        Vertx vertx = context.owner();
        return vertx.createNetServer(options)
                .connectHandler(socket -> onConnection.accept(new TcpSocket(vertx, socket)))
                .exceptionHandler(this::refused)
                .listen()
                .onSuccess(opened::accept);
    }

    /** Who only looks whether the port is open, as load balancers and {@code doctor} do, has not failed. */
    private void refused(Throwable e) {
        if (!(e instanceof ClosedChannelException)) {
            relay.errors().warn("A connection to a gateway has failed in its TLS handshake");
        }
    }
}
