package dev.fanlight.relay.server;

import dev.fanlight.cli.UserException;
import dev.fanlight.identity.JoinLink;
import dev.fanlight.identity.Secrets;
import dev.fanlight.identity.ServerKey;
import dev.fanlight.relay.config.LocalAdminFile;
import dev.fanlight.relay.config.PublicAddresses;
import dev.fanlight.relay.config.RelayConfig;
import dev.fanlight.relay.config.RelayStateFolder;
import dev.fanlight.relay.config.StartRules;
import dev.fanlight.relay.http.listen.LimitedTransport;
import dev.fanlight.relay.http.listen.ListenerGroup;
import dev.fanlight.relay.http.route.RelayRouter;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.store.Dialect;
import dev.fanlight.relay.store.OwnerAccount;
import dev.fanlight.relay.store.RelayStore;
import dev.fanlight.relay.tls.CertificateSchedule;
import dev.fanlight.relay.tls.CertificateState;
import dev.fanlight.relay.tls.LocalNames;
import dev.fanlight.relay.tls.RelayCertificates;
import dev.fanlight.relay.tls.ServedCertificate;
import dev.fanlight.runtime.LoopRunner;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A relay that runs: starts in its constructor’s place {@link #start}, ends in {@link #close()}. Both block, and are called by one
 * thread.
 */
public final class RelayServer implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(RelayServer.class.getName());
    private static final Duration GOODBYE_LIMIT = Duration.ofMillis(2_500);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);
    private static final long TICK_MILLIS = 250;
    private static final int HTTPS_PORT = 443;

    private final Vertx vertx;
    private final RelayStore store;
    private final RelayWiring parts;
    private final Optional<ListenerGroup> tls;
    private final Optional<ListenerGroup> plain;
    private final Optional<ServedCertificate> certificate;
    private final Optional<LoopRunner> renewal;

    private RelayServer(
            Vertx vertx,
            RelayStore store,
            RelayWiring parts,
            Optional<ListenerGroup> tls,
            Optional<ListenerGroup> plain,
            Optional<ServedCertificate> certificate,
            Optional<LoopRunner> renewal) {
        this.vertx = vertx;
        this.store = store;
        this.parts = parts;
        this.tls = tls;
        this.plain = plain;
        this.certificate = certificate;
        this.renewal = renewal;
    }

    /**
     * Starts a relay; when this returns it listens.
     *
     * @throws UserException with a sentence for people when a port is taken or the state cannot be used
     */
    public static RelayServer start(RelayConfig config, RelayStateFolder folder) {
        return start(config, folder, CertificateSchedule.STANDARD);
    }

    /** Starts a relay that looks after its certificate when {@code schedule} says. */
    public static RelayServer start(RelayConfig config, RelayStateFolder folder, CertificateSchedule schedule) {
        StartRules.check(config);
        Optional<RelayTls> tls =
                config.proxy().behind() ? Optional.empty() : Optional.of(RelayTls.prepare(config, folder, schedule));
        RelayStore store = RelayStore.open(dialect(config, folder), new Secrets(new SecureRandom()), Clock.systemUTC());
        Vertx vertx = newVertx(config);
        try {
            RelayWiring parts = new RelayWiring(config, store, vertx);
            vertx.exceptionHandler(e -> parts.errors().failure("Something failed on an event loop", e));
            return listen(config, folder, tls, store, vertx, parts);
        } catch (RuntimeException e) {
            await(vertx);
            store.close();
            throw e;
        }
    }

    private static Dialect dialect(RelayConfig config, RelayStateFolder folder) {
        return config.store()
                .server()
                .map(Dialect::postgres)
                .orElseGet(() -> Dialect.sqlite(folder.createSecretFile(RelayStore.FILE)));
    }

    /** The port for everybody: the one with TLS, or behind a proxy the one without. */
    public int port() {
        return tls.or(() -> plain).orElseThrow().port();
    }

    /** The port without TLS, if there is one. */
    public OptionalInt plainPort() {
        return plain.map(group -> OptionalInt.of(group.port())).orElse(OptionalInt.empty());
    }

    /** How the certificate stands; nothing behind a proxy, which has one of its own. */
    public Optional<CertificateState> certificate() {
        return certificate.map(ServedCertificate::state);
    }

    /** Where links lead. */
    public PublicAddresses addresses() {
        return parts.manage().addresses();
    }

    /** The owner’s password and how it is set. */
    public OwnerAccount owner() {
        return store.owner();
    }

    /** What happened since the start. */
    public RelayCounters counters() {
        return parts.counters();
    }

    /** How many sockets are open now. */
    public int openSockets() {
        return parts.sockets().size();
    }

    /** Sends everybody away with the advice to come back, stores what has to be stored, and ends; within 5 s. */
    @Override
    public void close() {
        renewal.ifPresent(LoopRunner::close);
        parts.sendAway();
        try {
            if (!parts.sockets().awaitNone(GOODBYE_LIMIT)) {
                LOG.fine("Some peers did not answer the goodbye");
            }
            parts.drain(CLOSE_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        parts.rooms().close();
        parts.manage().close();
        await(vertx);
        store.close();
    }

    private static RelayServer listen(
            RelayConfig config,
            RelayStateFolder folder,
            Optional<RelayTls> tls,
            RelayStore store,
            Vertx vertx,
            RelayWiring parts) {
        String relayName = config.listen().publicHost().isEmpty()
                ? LocalNames.hostName()
                : config.listen().publicHost();
        RelayRouter routes = parts.routes(
                folder,
                store,
                serverKeys(config, tls),
                () -> tls.map(certificates -> certificates.served().state()),
                relayName);
        RelayListeners listeners = new RelayListeners(vertx, config, routes, loops(config));
        Optional<ListenerGroup> open =
                tls.map(certificates -> listeners.tls(certificates.served().current()));
        Optional<ListenerGroup> plain = listeners.plain();
        ListenerGroup local = listeners.local();
        vertx.setPeriodic(TICK_MILLIS, timer -> parts.tick());
        parts.manage().reachableAt(addresses(config, folder, open, plain));
        new LocalAdminFile(local.port(), parts.manage().hostToken()).write(folder);
        int publicPort = parts.manage().addresses().port();
        Optional<ListenerGroup> challenges =
                tls.flatMap(certificates -> listeners.challenges(certificates.answers(), publicPort));
        challenges.ifPresent(group ->
                LOG.log(Level.INFO, "Certificate authorities are answered on port {0,number,#}", group.port()));
        Optional<LoopRunner> renewal =
                tls.flatMap(certificates -> open.map(group -> certificates.follow(group, parts.errors())));
        return new RelayServer(vertx, store, parts, open, plain, tls.map(RelayTls::served), renewal);
    }

    private static PublicAddresses addresses(
            RelayConfig config, RelayStateFolder folder, Optional<ListenerGroup> tls, Optional<ListenerGroup> plain) {
        OptionalInt plainPort = tls.isEmpty() || plain.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(plain.get().port());
        return new PublicAddresses(
                linkHost(config), tls.map(ListenerGroup::port).orElse(HTTPS_PORT), plainPort, pin(config, folder));
    }

    /** The server keys that agents may sign: those they saw here, or {@code webpki} where they see a public certificate. */
    private static Predicate<String> serverKeys(RelayConfig config, Optional<RelayTls> tls) {
        boolean isPublic = config.agentsSeePublicCertificate();
        return key -> (isPublic && key.equals(ServerKey.WEBPKI.text()))
                || tls.filter(own -> own.served().showed(key)).isPresent();
    }

    private static String pin(RelayConfig config, RelayStateFolder folder) {
        return config.agentsSeePublicCertificate()
                ? JoinLink.WEBPKI
                : new RelayCertificates(folder, new SecureRandom(), Clock.systemUTC())
                        .authority()
                        .pin();
    }

    private static String linkHost(RelayConfig config) {
        if (!config.listen().publicHost().isEmpty()) {
            return config.listen().publicHost();
        }
        return LocalNames.lanAddresses().stream().findFirst().orElse("localhost");
    }

    private static Vertx newVertx(RelayConfig config) {
        VertxOptions options = new VertxOptions()
                .setEventLoopPoolSize(loops(config))
                .setFileSystemOptions(new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false));
        LimitedTransport transport = LimitedTransport.ofSystem();
        Vertx vertx = Vertx.builder().with(options).withTransport(transport).build();
        if (!transport.isNative()) {
            LOG.log(Level.INFO, "No native epoll here: sockets are served by the JDK, which costs a little more");
        }
        return vertx;
    }

    private static int loops(RelayConfig config) {
        int processors = Runtime.getRuntime().availableProcessors();
        return config.listen().loops() == 0 ? processors : config.listen().loops();
    }

    private static void await(Vertx vertx) {
        try {
            vertx.close().await(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.fine("The event loops did not end in time");
        }
    }
}
