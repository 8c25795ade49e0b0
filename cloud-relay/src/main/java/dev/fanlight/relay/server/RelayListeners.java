package dev.fanlight.relay.server;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.relay.acme.ChallengeAnswers;
import dev.fanlight.relay.config.ListenConfig;
import dev.fanlight.relay.config.ProxyConfig;
import dev.fanlight.relay.config.RelayConfig;
import dev.fanlight.relay.config.StartRules;
import dev.fanlight.relay.config.TlsMode;
import dev.fanlight.relay.http.connection.ClientAddress;
import dev.fanlight.relay.http.connection.ConnectionLimit;
import dev.fanlight.relay.http.listen.AnyAddress;
import dev.fanlight.relay.http.listen.ChallengeListener;
import dev.fanlight.relay.http.listen.Listener;
import dev.fanlight.relay.http.listen.ListenerGroup;
import dev.fanlight.relay.http.listen.ListenerOptions;
import dev.fanlight.relay.http.route.ListenerRole;
import dev.fanlight.relay.http.route.OwnHosts;
import dev.fanlight.relay.http.route.RelayRouter;
import dev.fanlight.relay.ratelimit.OpenCounts;
import dev.fanlight.relay.tls.Identity;
import io.vertx.core.Deployable;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Opens the ports of a relay. Used once, on the starting thread. */
final class RelayListeners {

    private static final Logger LOG = Logger.getLogger(RelayListeners.class.getName());
    private static final int ANY_TLS_PORT = -1;
    private static final int ANY_PLAIN_PORT = -2;
    private static final int ANY_CHALLENGE_PORT = -3;
    private static final int ANY_LOCAL_PORT = -4;
    private static final String LOOPBACK = "127.0.0.1";
    private static final int HTTPS_PORT = 443;
    private static final long WARN_MILLIS = 60_000;

    private final Vertx vertx;
    private final RelayConfig config;
    private final RelayRouter routes;
    private final int loops;
    private final OwnHosts hosts;
    private final ConnectionLimit connections;

    RelayListeners(Vertx vertx, RelayConfig config, RelayRouter routes, int loops) {
        this.vertx = vertx;
        this.config = config;
        this.routes = routes;
        this.loops = loops;
        this.hosts = new OwnHosts(config.listen().publicHost());
        this.connections = limit(config);
    }

    ListenerGroup tls(Identity identity) {
        int port = config.listen().port();
        HttpServerOptions options =
                ListenerOptions.tls(identity).setHost(AnyAddress.text()).setPort(port == 0 ? ANY_TLS_PORT : port);
        return open(
                options,
                loops,
                opened -> new Listener(ListenerRole.TLS, options, routes, hosts, connections, opened),
                "http.port");
    }

    /** The port for the command line of this computer, which has connections of its own whatever browsers here have open. */
    ListenerGroup local() {
        ConnectionLimit own = limit(config);
        HttpServerOptions options = ListenerOptions.plain().setHost(LOOPBACK).setPort(ANY_LOCAL_PORT);
        return open(
                options,
                1,
                opened -> new Listener(ListenerRole.LOCAL, options, routes, hosts, own, opened),
                "http.port");
    }

    /** Where certificate authorities look for answers, if they are asked for certificates. */
    Optional<ListenerGroup> challenges(ChallengeAnswers answers, int httpsPort) {
        if (config.certificates().mode() != TlsMode.ACME) {
            return Optional.empty();
        }
        int port = config.certificates().acme().httpPort();
        String suffix = httpsPort == HTTPS_PORT ? "" : ":" + httpsPort;
        String site = "https://" + config.listen().publicHost() + suffix;
        HttpServerOptions options =
                ListenerOptions.plain().setHost(AnyAddress.text()).setPort(port == 0 ? ANY_CHALLENGE_PORT : port);
        return Optional.of(open(
                options,
                1,
                opened ->
                        new ChallengeListener(options, ChallengeAnswers.PATH, answers::find, site, connections, opened),
                "acme.http_port"));
    }

    /** The port without TLS, if there is to be one. */
    Optional<ListenerGroup> plain() {
        OptionalInt port = plainPort(config.listen(), config.proxy());
        if (port.isEmpty()) {
            return Optional.empty();
        }
        String address = config.proxy().plainAddress();
        HttpServerOptions options = ListenerOptions.plain()
                .setHost(address)
                .setPort(port.getAsInt() == 0 ? ANY_PLAIN_PORT : port.getAsInt());
        ListenerRole door = config.proxy().behind() ? ListenerRole.PROXY : ListenerRole.PLAIN;
        ListenerGroup group = open(
                options,
                loops,
                opened -> new Listener(door, options, routes, hosts, connections, opened),
                "http.plain_port");
        if (!StartRules.isLoopback(address)) {
            warn();
            vertx.setPeriodic(WARN_MILLIS, timer -> warn());
        }
        return Optional.of(group);
    }

    private static ConnectionLimit limit(RelayConfig config) {
        return new ConnectionLimit(
                new ClientAddress(config.proxy().trusted()),
                new OpenCounts(config.limits().connectionsPerAddress()));
    }

    private static OptionalInt plainPort(ListenConfig listen, ProxyConfig proxy) {
        return proxy.behind() && listen.plainPort().isEmpty()
                ? OptionalInt.of(ProxyConfig.STANDARD_PORT)
                : listen.plainPort();
    }

    private ListenerGroup open(
            HttpServerOptions options,
            int instances,
            Function<Consumer<HttpServer>, Deployable> listener,
            String setting) {
        try {
            return ListenerGroup.open(vertx, options, instances, listener);
        } catch (IOException e) {
            throw new UserException(
                    ExitCode.FAILED,
                    "Port " + options.getPort() + " is taken or not allowed. Choose another: --set " + setting
                            + "=PORT",
                    e);
        }
    }

    private void warn() {
        LOG.log(
                Level.WARNING,
                "Without TLS on {0} (http.insecure): everybody on the way can watch, listen and take the links",
                config.proxy().plainAddress());
    }
}
