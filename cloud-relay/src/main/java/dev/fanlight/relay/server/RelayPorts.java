package dev.fanlight.relay.server;

import dev.fanlight.relay.acme.ChallengeAnswers;
import dev.fanlight.relay.config.LiveConfig;
import dev.fanlight.relay.config.ProxyConfig;
import dev.fanlight.relay.config.RelayConfig;
import dev.fanlight.relay.config.RelayTimeouts;
import dev.fanlight.relay.config.StartRules;
import dev.fanlight.relay.config.TlsMode;
import dev.fanlight.relay.http.connection.ClientAddress;
import dev.fanlight.relay.http.connection.ConnectionLimit;
import dev.fanlight.relay.http.listen.AnyAddress;
import dev.fanlight.relay.http.listen.ChallengeListener;
import dev.fanlight.relay.http.listen.Listener;
import dev.fanlight.relay.http.listen.ListenerOptions;
import dev.fanlight.relay.http.route.ListenerRole;
import dev.fanlight.relay.http.route.OwnHosts;
import dev.fanlight.relay.http.route.RelayRouter;
import dev.fanlight.relay.monitoring.MonitoringListener;
import dev.fanlight.relay.monitoring.MonitoringPages;
import dev.fanlight.relay.ratelimit.OpenCounts;
import dev.fanlight.relay.tls.Identity;
import io.vertx.core.http.HttpServerOptions;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntSupplier;

/** The ports that a configuration asks for. Used on the starting thread. */
final class RelayPorts {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int HTTPS_PORT = 443;

    private final EventLoops loops;
    private final LiveConfig live;
    private final RelayConfig config;
    private final RelayRouter router;
    private final OwnHosts hosts;
    private final ConnectionLimit connections;
    private final RelayTimeouts.Connections timeouts;

    RelayPorts(EventLoops loops, LiveConfig live, RelayRouter router) {
        this.loops = loops;
        this.live = live;
        this.config = live.get();
        this.router = router;
        this.hosts = new OwnHosts(config.listen().publicHost());
        this.connections = limit(live);
        this.timeouts = config.timeouts().connections();
    }

    PortListener tls(Identity identity) {
        HttpServerOptions options = ListenerOptions.tls(identity, timeouts)
                .setHost(AnyAddress.text())
                .setPort(config.listen().port());
        return listener("listener-tls", "http.port", ListenerRole.TLS, options, loops.count(), connections);
    }

    /** The port without TLS, if one is configured. */
    Optional<PortListener> plain() {
        OptionalInt port = plainPort();
        if (port.isEmpty()) {
            return Optional.empty();
        }
        HttpServerOptions options = ListenerOptions.plain(timeouts)
                .setHost(config.proxy().plainAddress())
                .setPort(port.getAsInt());
        ListenerRole role = config.proxy().behind() ? ListenerRole.PROXY : ListenerRole.PLAIN;
        return Optional.of(listener("listener-plain", "http.plain_port", role, options, loops.count(), connections));
    }

    /** A warning when other computers can reach the port without TLS. */
    Optional<PlainWarning> warning() {
        String address = config.proxy().plainAddress();
        return plainPort().isEmpty() || StartRules.isLoopback(address)
                ? Optional.empty()
                : Optional.of(new PlainWarning(loops.vertx(), address));
    }

    /** The port for the command line of this computer, with a connection limit of its own whatever browsers here have open. */
    PortListener local() {
        HttpServerOptions options =
                ListenerOptions.plain(timeouts).setHost(LOOPBACK).setPort(0);
        return listener("listener-local", "http.port", ListenerRole.LOCAL, options, 1, limit(live));
    }

    /** Whether there is a port for monitoring systems. */
    boolean areMonitored() {
        return config.monitoring().listen().isPresent();
    }

    /**
     * The port for monitoring systems, if one is configured. Where only this computer reaches it, pages must not either (DNS rebinding); where
     * others do, they come by names that are not known here.
     */
    Optional<PortListener> monitoring(MonitoringPages pages) {
        return config.monitoring().listen().map(listen -> {
            HttpServerOptions options =
                    ListenerOptions.plain(timeouts).setHost(listen.address()).setPort(listen.port());
            boolean local = StartRules.isLoopback(listen.address());
            return new PortListener(
                    "listener-monitoring",
                    "admin.listen",
                    loops.vertx(),
                    options,
                    1,
                    opened -> new MonitoringListener(
                            options,
                            pages,
                            request -> !local || hosts.accepts(request),
                            limit(live),
                            timeouts,
                            opened));
        });
    }

    /** Where certificate authorities look for answers, if certificates are ordered from one. */
    Optional<PortListener> challenges(ChallengeAnswers answers, IntSupplier httpsPort) {
        if (config.certificates().mode() != TlsMode.ACME) {
            return Optional.empty();
        }
        HttpServerOptions options = ListenerOptions.plain(timeouts)
                .setHost(AnyAddress.text())
                .setPort(config.certificates().acme().httpPort());
        return Optional.of(new PortListener(
                "listener-acme",
                "acme.http_port",
                loops.vertx(),
                options,
                1,
                opened -> new ChallengeListener(
                        options,
                        ChallengeAnswers.PATH,
                        answers::find,
                        site(httpsPort.getAsInt()),
                        connections,
                        timeouts,
                        opened)));
    }

    private PortListener listener(
            String name,
            String setting,
            ListenerRole role,
            HttpServerOptions options,
            int instances,
            ConnectionLimit limit) {
        return new PortListener(
                name,
                setting,
                loops.vertx(),
                options,
                instances,
                opened -> new Listener(role, options, router, hosts, limit, timeouts, opened));
    }

    private OptionalInt plainPort() {
        return config.proxy().behind() && config.listen().plainPort().isEmpty()
                ? OptionalInt.of(ProxyConfig.STANDARD_PORT)
                : config.listen().plainPort();
    }

    private String site(int httpsPort) {
        return "https://" + config.listen().publicHost() + (httpsPort == HTTPS_PORT ? "" : ":" + httpsPort);
    }

    private static ConnectionLimit limit(LiveConfig live) {
        RelayConfig config = live.get();
        return new ConnectionLimit(
                new ClientAddress(config.proxy().trusted(), config.publicOrigin()),
                new OpenCounts(() -> live.get().limits().connectionsPerAddress()));
    }
}
