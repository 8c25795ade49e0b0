package dev.fanlight.relay;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.identity.Secrets;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.relay.config.StateFolder;
import dev.fanlight.relay.http.Listener;
import dev.fanlight.relay.http.ListenerOptions;
import dev.fanlight.relay.http.RelayRouter;
import dev.fanlight.relay.stats.RelayCounters;
import dev.fanlight.relay.store.Listeners;
import dev.fanlight.relay.store.RelayStore;
import dev.fanlight.relay.tls.LocalNames;
import dev.fanlight.relay.tls.RelayCertificates;
import dev.fanlight.relay.tls.RelayCertificates.Identity;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A relay that runs: starts in its constructor’s place {@link #start}, ends in {@link #close()}. Both block, and are called by one thread. */
public final class RelayServer implements AutoCloseable {

    /** When peers are told to come back after a stop. */
    public static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private static final Logger LOG = Logger.getLogger(RelayServer.class.getName());
    private static final Duration GOODBYE_LIMIT = Duration.ofMillis(2_500);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);
    private static final long TICK_MILLIS = 250;
    private static final int ANY_TLS_PORT = -1;
    private static final int ANY_PLAIN_PORT = -2;
    private static final String LOOPBACK = "127.0.0.1";

    private final Vertx vertx;
    private final RelayStore store;
    private final RelayParts parts;
    private final int port;
    private final OptionalInt plainPort;

    private RelayServer(Vertx vertx, RelayStore store, RelayParts parts, int port, OptionalInt plainPort) {
        this.vertx = vertx;
        this.store = store;
        this.parts = parts;
        this.port = port;
        this.plainPort = plainPort;
    }

    /**
     * Starts a relay; when this returns it listens.
     *
     * @throws UserException with a sentence for people when a port is taken or the state cannot be used
     */
    public static RelayServer start(RelayConfig config, StateFolder folder) {
        LocalNames names = LocalNames.detect(config.listen().publicHost());
        Identity identity = new RelayCertificates(folder, new SecureRandom(), Clock.systemUTC()).server(names);
        RelayStore store = RelayStore.open(
                folder.createSecretFile(RelayStore.FILE), new Secrets(new SecureRandom()), Clock.systemUTC());
        Vertx vertx = newVertx(config);
        try {
            RelayParts parts = new RelayParts(config, store, vertx);
            vertx.exceptionHandler(e -> parts.errors().failure("Something failed on an event loop", e));
            return listen(config, folder, identity, store, vertx, parts);
        } catch (RuntimeException e) {
            await(vertx);
            store.close();
            throw e;
        }
    }

    /** The TLS port. */
    public int port() {
        return port;
    }

    /** The port without TLS on loopback, if there is one. */
    public OptionalInt plainPort() {
        return plainPort;
    }

    /** What happened since the start. */
    public RelayCounters counters() {
        return parts.counters();
    }

    /** Sends everybody away with the advice to come back, stores what has to be stored, and ends; within 5 s. */
    @Override
    public void close() {
        parts.sockets().endAll(CloseReason.RESTARTING, RETRY_AFTER);
        try {
            if (!parts.sockets().awaitNone(GOODBYE_LIMIT)) {
                LOG.fine("Some peers did not answer the goodbye");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        parts.rooms().close();
        await(vertx);
        store.close();
    }

    private static RelayServer listen(
            RelayConfig config,
            StateFolder folder,
            Identity identity,
            RelayStore store,
            Vertx vertx,
            RelayParts parts) {
        String relayName = config.listen().publicHost().isEmpty()
                ? LocalNames.hostName()
                : config.listen().publicHost();
        RelayRouter routes = parts.routes(folder, store, identity, relayName);
        PemKeyCertOptions keys = new PemKeyCertOptions()
                .addKeyValue(Buffer.buffer(identity.keyPem()))
                .addCertValue(Buffer.buffer(identity.chainPem()));
        int loops = loops(config);
        int wanted =
                config.listen().port() == 0 ? ANY_TLS_PORT : config.listen().port();
        int port = open(vertx, ListenerOptions.tls(keys), "0.0.0.0", wanted, routes, loops, "http.port");
        OptionalInt plainPort = OptionalInt.empty();
        if (config.listen().plainPort().isPresent()) {
            int wantedPlain = config.listen().plainPort().getAsInt() == 0
                    ? ANY_PLAIN_PORT
                    : config.listen().plainPort().getAsInt();
            plainPort = OptionalInt.of(
                    open(vertx, ListenerOptions.plain(), LOOPBACK, wantedPlain, routes, loops, "http.plain_port"));
        }
        vertx.setPeriodic(TICK_MILLIS, timer -> parts.streams().tick());
        writeDown(store.listeners(), linkHost(config), port, plainPort);
        return new RelayServer(vertx, store, parts, port, plainPort);
    }

    private static int open(
            Vertx vertx,
            HttpServerOptions options,
            String host,
            int port,
            RelayRouter routes,
            int loops,
            String setting) {
        AtomicInteger actual = new AtomicInteger();
        try {
            vertx.deployVerticle(
                            () -> new Listener(options, host, port, routes, actual::set),
                            new DeploymentOptions().setInstances(loops))
                    .await();
        } catch (Exception e) {
            // What await() throws is whatever the listener failed with, checked or not.
            if (e instanceof IOException) {
                throw new UserException(
                        ExitCode.FAILED,
                        "Port " + port + " is taken or not allowed. Choose another: --set " + setting + "=PORT",
                        e);
            }
            throw new IllegalStateException("the listener could not be started", e);
        }
        return actual.get();
    }

    private static void writeDown(Listeners listeners, String host, int port, OptionalInt plainPort) {
        listeners.put(Listeners.Kind.TLS, Optional.of(new Listeners.Listener(host, port)));
        Optional<Listeners.Listener> plain = plainPort.isPresent()
                ? Optional.of(new Listeners.Listener("localhost", plainPort.getAsInt()))
                : Optional.empty();
        listeners.put(Listeners.Kind.PLAIN, plain);
    }

    private static String linkHost(RelayConfig config) {
        if (!config.listen().publicHost().isEmpty()) {
            return config.listen().publicHost();
        }
        return LocalNames.lanAddresses().stream().findFirst().orElse("localhost");
    }

    private static Vertx newVertx(RelayConfig config) {
        VertxOptions options = new VertxOptions()
                .setPreferNativeTransport(true)
                .setEventLoopPoolSize(loops(config))
                .setFileSystemOptions(new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false));
        Vertx vertx = Vertx.vertx(options);
        if (!vertx.isNativeTransportEnabled()) {
            LOG.log(Level.INFO, "No native epoll here: sockets are served by the JDK, which costs a little more");
        }
        return vertx;
    }

    private static int loops(RelayConfig config) {
        int processors = Runtime.getRuntime().availableProcessors();
        return config.listen().loops() == 0
                ? Math.max(2, processors)
                : config.listen().loops();
    }

    private static void await(Vertx vertx) {
        try {
            vertx.close().await(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.fine("The event loops did not end in time");
        }
    }
}
