package dev.fanlight.relay.gateway.push;

import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.srt.SrtServer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLException;

/** Opens connections to targets: to the address that was checked, and in TLS to who has a certificate for the name. Thread safe. */
final class PushDialer {

    private final NetClient plain;
    private final NetClient secure;
    private final Random random = new SecureRandom();
    private volatile Optional<WhipServices> whip = Optional.empty();

    PushDialer(Vertx vertx, Duration limit) {
        this(vertx, limit, Optional.empty());
    }

    /**
     * Opens none yet.
     *
     * @param trust whose certificates are accepted; those of the Java runtime when it is empty
     */
    PushDialer(Vertx vertx, Duration limit, Optional<TrustOptions> trust) {
        NetClientOptions options = new NetClientOptions()
                .setConnectTimeout((int) limit.toMillis())
                .setTcpNoDelay(true)
                .setTcpKeepAlive(true);
        this.plain = vertx.createNetClient(options);
        NetClientOptions tls = new NetClientOptions(options).setSsl(true).setHostnameVerificationAlgorithm("HTTPS");
        trust.ifPresent(tls::setTrustOptions);
        this.secure = vertx.createNetClient(tls);
    }

    /** Connects to {@code address}, whose name is that of the target: it is not asked for again. */
    Future<NetSocket> connect(PushTarget target, InetAddress address) {
        try {
            InetAddress named = InetAddress.getByAddress(target.host(), address.getAddress());
            SocketAddress to = SocketAddress.inetSocketAddress(new InetSocketAddress(named, target.port()));
            return (target.secure() ? secure : plain)
                    .connect(to)
                    .recover(e -> Future.failedFuture(new IOException(sentence(e, target), e)));
        } catch (UnknownHostException e) {
            return Future.failedFuture(e);
        }
    }

    /** Connects with what is pushed there; by SRT that begins with {@link Dialed#begin}. */
    Future<Dialed> dial(PushConfig config, InetAddress address, GatewayContext relay, Executor loop) {
        PushTarget target = config.target();
        if (target.whip()) {
            return whip.map(services ->
                            Future.<Dialed>succeededFuture(new DialedWhip(config, address, services, relay, loop)))
                    .orElseGet(() -> Future.failedFuture(new IOException("there is no UDP port for it")));
        }
        if (target.srt().isEmpty()) {
            return connect(target, address).map(socket -> new ConnectedSocket(socket, config, random));
        }
        SrtOptions options = target.srt().get().withPassphrase(config.key());
        SrtServer server = new SrtServer(
                address, target.port(), options.latencyMillis(), options.streamId(), options.passphrase());
        return Future.succeededFuture(new DialedServer(config, server, relay, loop));
    }

    /** A target that can be spoken to. */
    interface Dialed {

        /** Speaks to it. */
        PushLink begin(PushLink.Listener listener);

        /** It is not needed. */
        void close();
    }

    private record ConnectedSocket(NetSocket socket, PushConfig config, Random random) implements Dialed {

        @Override
        public PushLink begin(PushLink.Listener listener) {
            return PushConnection.start(socket, config, random, listener);
        }

        @Override
        public void close() {
            var unused = socket.close();
        }
    }

    private record DialedServer(PushConfig config, SrtServer server, GatewayContext relay, Executor loop)
            implements Dialed {

        @Override
        public PushLink begin(PushLink.Listener listener) {
            return SrtPushConnection.start(config, server, relay, loop, listener);
        }

        @Override
        public void close() {
            // It was not called.
        }
    }

    private record DialedWhip(
            PushConfig config, InetAddress address, WhipServices services, GatewayContext relay, Executor loop)
            implements Dialed {

        @Override
        public PushLink begin(PushLink.Listener listener) {
            return WhipPushConnection.start(config, address, services, relay, loop, listener);
        }

        @Override
        public void close() {
            // It was not asked.
        }
    }

    /** Pushes by WHIP may begin. On the starting thread. */
    void use(WhipServices services) {
        whip = Optional.of(services);
    }

    void close() {
        var unused = Future.all(plain.close(), secure.close());
    }

    private static String sentence(Throwable e, PushTarget target) {
        return e instanceof SSLException
                ? "it has no valid certificate for " + target.host()
                : "it cannot be connected to";
    }
}
