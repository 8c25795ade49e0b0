package dev.fanlight.relay.gateway.container;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.relay.gateway.Gateway;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.gateway.publication.ContainerPublication;
import dev.fanlight.relay.gateway.publication.ContainerServices;
import dev.fanlight.relay.gateway.publication.ContainerTimeouts;
import dev.fanlight.relay.gateway.publication.PublicationStart;
import dev.fanlight.relay.gateway.publication.PublicationStart.Refused;
import dev.fanlight.relay.gateway.publication.PublicationStart.Started;
import dev.fanlight.relay.http.listen.AnyAddress;
import dev.fanlight.relay.http.listen.ListenerOptions;
import dev.fanlight.relay.http.listen.PortProbe;
import dev.fanlight.relay.ingest.PublishCredentials.PublishKey;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.ratelimit.AddressKey;
import io.netty.util.NetUtil;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** One port on which one camera publishes a container without showing a key: for programs that can do nothing else, in networks that are listed. */
public final class TcpGateway implements Gateway {

    /** Most connections at a time: the one that publishes, and others that would take its place. */
    static final int MAX_CONNECTIONS = 4;

    private final String name;
    private final TcpConfig config;
    private final ContainerServices services;
    private final AtomicInteger connections = new AtomicInteger();
    private volatile String lastProblem = "";
    private volatile Optional<NetServer> server = Optional.empty();

    /**
     * A gateway that opens its port at the start.
     *
     * @param name that the owner gave it
     */
    public TcpGateway(String name, TcpConfig config, ContainerTimeouts timeouts, GatewayContext relay) {
        this.name = name;
        this.config = config;
        this.services = ContainerServices.of(relay, timeouts);
    }

    @Override
    public String name() {
        return "gateway-" + name;
    }

    @Override
    public void start() {
        problems().forEach(services.relay().errors()::warn);
        if (config.format().needsChild()) {
            services.relay().children().require();
        }
        try {
            PortProbe.requireFree(AnyAddress.text(), config.port());
            server = Optional.of(services.relay()
                    .vertx()
                    .createNetServer(
                            ListenerOptions.stream().setHost(AnyAddress.text()).setPort(config.port()))
                    .connectHandler(this::connected)
                    .listen()
                    .await());
        } catch (Exception e) {
            // What await() throws is whatever the port could not be opened for, checked or not.
            throw new UserException(
                    ExitCode.FAILED,
                    "Port " + config.port() + " is taken or not allowed. Choose another: --set gateways." + name + "."
                            + TcpConfig.PORT.key() + "=PORT",
                    e);
        }
    }

    @Override
    public void prepareStop() {
        services.stop();
    }

    @Override
    public void stop(Duration limit) {
        services.stop();
        server.ifPresent(open -> {
            try {
                open.close().await(limit.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                throw new IllegalStateException("port " + config.port() + " was not closed in time", e);
            }
        });
    }

    @Override
    public List<String> problems() {
        boolean valid = services.relay().publishGate().isValid(new PublishKey(Optional.empty(), config.key()));
        return valid
                ? List.of()
                : List.of("\"gateways." + name
                        + ".publish_key\" is no valid publish key, so nothing can be published at port " + config.port()
                        + ". Create one: fanlight-relay camera key create NAME");
    }

    @Override
    public Map<String, Object> describe() {
        return Map.of(
                "port", config.port(),
                "format", config.format().ffmpegName(),
                "publishers", services.active().size(),
                "last_problem", lastProblem);
    }

    /** May have in it what a peer has made up, so the log says only that there was one. */
    private void problem(String sentence) {
        lastProblem = sentence;
        services.relay()
                .errors()
                .warn("A publisher at the gateway " + name
                        + " was refused or ended; the gateway’s last problem in the relay’s state says why");
    }

    private void connected(NetSocket socket) {
        GatewayContext relay = services.relay();
        InetAddress address = Objects.requireNonNull(
                NetUtil.createInetAddressFromIpAddressString(
                        socket.remoteAddress().hostAddress()),
                "a socket without an address");
        boolean listed = config.sources().stream().anyMatch(source -> source.contains(address));
        if (!listed || connections.incrementAndGet() > MAX_CONNECTIONS) {
            if (listed) {
                connections.decrementAndGet();
            }
            relay.counters().increment(RelayCounter.ADDRESSES_LIMITED);
            var unused = socket.close();
            return;
        }
        socket.pause();
        TcpPeer peer = new TcpPeer(relay.vertx(), socket, this::problem);
        peer.onGone(connections::decrementAndGet);
        new PublicationStart(services, peer, config.format(), false)
                .begin(new PublishKey(Optional.empty(), config.key()), AddressKey.of(address), result -> {
                    if (result instanceof Started started) {
                        read(socket, peer, started.publication());
                    } else {
                        peer.end(((Refused) result).end());
                    }
                });
    }

    private void read(NetSocket socket, TcpPeer peer, ContainerPublication publication) {
        socket.exceptionHandler(broken -> publication.gone());
        // A peer that has sent everything closes: that is the end of its container, and the only one there is.
        peer.onGone(publication::complete);
        socket.handler(buffer -> publication.received(ByteBuffer.wrap(buffer.getBytes())));
        socket.resume();
    }
}
