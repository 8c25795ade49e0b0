package dev.fanlight.relay.gateway.tcp;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.http.listen.PortProbe;
import dev.fanlight.relay.tls.Identity;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.ServerSSLOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** One port and all that listen on it, one for each event loop. Thread safe; its methods block. */
final class TcpPort {

    private static final long SWAP_SECONDS = 10;

    private final NetServerOptions options;
    private final List<NetServer> servers = new CopyOnWriteArrayList<>();

    private TcpPort(NetServerOptions options) {
        this.options = options;
    }

    /**
     * Opens a port.
     *
     * @param setting the key of its port in the settings, for the sentence when it is taken
     * @param options with address and port
     * @param onConnection takes over each connection, on its event loop
     * @throws UserException when the port is taken or not allowed
     */
    static TcpPort open(
            String setting, NetServerOptions options, GatewayContext relay, Consumer<TcpSocket> onConnection) {
        TcpPort port = new TcpPort(options);
        Vertx vertx = relay.vertx();
        try {
            PortProbe.requireFree(options.getHost(), options.getPort());
            vertx.deployVerticle(
                            () -> new TcpListener(options, relay, onConnection, port.servers::add),
                            new DeploymentOptions().setInstances(relay.eventLoops()))
                    .await();
        } catch (Exception e) {
            // What await() throws is whatever the listener failed with, checked or not.
            if (e instanceof IOException) {
                throw new UserException(
                        ExitCode.FAILED,
                        "Port " + options.getPort() + " is taken or not allowed. Choose another: --set " + setting
                                + "=PORT",
                        e);
            }
            throw new IllegalStateException("the listener could not be started", e);
        }
        return port;
    }

    /** The port it listens on, 1–65535. */
    int number() {
        return options.getPort();
    }

    /** Shows another certificate to all connections that are opened after this has returned. */
    void show(Identity identity) {
        ServerSSLOptions next = new ServerSSLOptions(options.getSslOptions()).setKeyCertOptions(identity.options());
        try {
            Future.all(servers.stream()
                            .map(server -> server.updateSSLOptions(next))
                            .toList())
                    .await(SWAP_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            // What await() throws is whatever TLS failed with, checked or not, or that it took too long.
            throw new IllegalStateException("the certificate was not taken", e);
        }
    }

    /** Closes the port and its connections, in {@code limit} at most. */
    void close(Duration limit) {
        try {
            Future.all(servers.stream().map(NetServer::close).toList()).await(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("port " + number() + " was not closed in time", e);
        }
    }
}
