package dev.fanlight.relay.gateway.push;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Random;

/** Opens connections to targets: to the address that was checked, and in TLS to who has a certificate for the name. Thread safe. */
final class PushDialer {

    private final NetClient plain;
    private final NetClient secure;
    private final Random random = new SecureRandom();

    PushDialer(Vertx vertx, Duration limit) {
        NetClientOptions options = new NetClientOptions()
                .setConnectTimeout((int) limit.toMillis())
                .setTcpNoDelay(true)
                .setTcpKeepAlive(true);
        this.plain = vertx.createNetClient(options);
        this.secure = vertx.createNetClient(
                new NetClientOptions(options).setSsl(true).setHostnameVerificationAlgorithm("HTTPS"));
    }

    /** For handshakes. */
    Random random() {
        return random;
    }

    /** Connects to {@code address}, whose name is that of the target: it is not asked for again. */
    Future<NetSocket> connect(PushTarget target, InetAddress address) {
        try {
            InetAddress named = InetAddress.getByAddress(target.host(), address.getAddress());
            SocketAddress to = SocketAddress.inetSocketAddress(new InetSocketAddress(named, target.port()));
            return (target.secure() ? secure : plain).connect(to);
        } catch (UnknownHostException e) {
            return Future.failedFuture(e);
        }
    }

    void close() {
        var unused = plain.close();
        var also = secure.close();
    }
}
