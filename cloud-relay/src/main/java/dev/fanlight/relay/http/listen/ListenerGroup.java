package dev.fanlight.relay.http.listen;

import dev.fanlight.relay.tls.Identity;
import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.ServerSSLOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** One port and all that listen on it, one for each event loop. Thread safe; its methods block. */
public final class ListenerGroup {

    private static final long SWAP_SECONDS = 10;

    /** Vert.x gives one free port to all listeners with the same negative number, and with 0 one to each. */
    private static final AtomicInteger ANY_PORT = new AtomicInteger();

    private final HttpServerOptions options;
    private final List<HttpServer> servers = new CopyOnWriteArrayList<>();

    private ListenerGroup(HttpServerOptions options) {
        this.options = options;
    }

    /**
     * Opens a port.
     *
     * @param options with address and port; 0 takes any free one
     * @param loops how many listen
     * @param listener makes what is deployed once for each loop, and passes on its server once that is open
     * @throws IOException when the port is taken or not allowed
     */
    public static ListenerGroup open(
            Vertx vertx, HttpServerOptions options, int loops, Function<Consumer<HttpServer>, Deployable> listener)
            throws IOException {
        PortProbe.requireFree(options.getHost(), options.getPort());
        ListenerGroup group = new ListenerGroup(options);
        if (options.getPort() == 0) {
            options.setPort(ANY_PORT.decrementAndGet());
        }
        try {
            vertx.deployVerticle(() -> listener.apply(group.servers::add), new DeploymentOptions().setInstances(loops))
                    .await();
        } catch (Exception e) {
            // What await() throws is whatever the listener failed with, checked or not.
            if (e instanceof IOException taken) {
                throw taken;
            }
            throw new IllegalStateException("the listener could not be started", e);
        }
        return group;
    }

    /** The port it listens on, 1–65535. */
    public int port() {
        return servers.get(0).actualPort();
    }

    /**
     * Shows another certificate to all connections that are opened after this has returned; those that are open go on.
     *
     * @throws IOException when TLS does not take it; the one before is shown then
     */
    public void show(Identity identity) throws IOException {
        ServerSSLOptions next = new ServerSSLOptions(options.getSslOptions()).setKeyCertOptions(identity.options());
        try {
            Future.all(servers.stream()
                            .map(server -> server.updateSSLOptions(next))
                            .toList())
                    .await(SWAP_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            // What await() throws is whatever TLS failed with, checked or not, or that it took too long.
            throw new IOException("the certificate was not taken", e);
        }
    }

    /** Closes the port and its connections, in {@code limit} at most. */
    public void close(Duration limit) {
        try {
            Future.all(servers.stream().map(HttpServer::close).toList()).await(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("port " + port() + " was not closed in time", e);
        }
    }
}
