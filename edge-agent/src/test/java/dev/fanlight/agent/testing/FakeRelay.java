package dev.fanlight.agent.testing;

import dev.fanlight.identity.RelayUrl;
import dev.fanlight.protocol.SocketPath;
import dev.fanlight.protocol.agent.Accepted;
import dev.fanlight.protocol.agent.Authenticate;
import dev.fanlight.protocol.agent.Demand;
import dev.fanlight.testing.Await;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A relay of the bare bones: real TLS and WebSocket on a free port, what it says is up to the test. */
public final class FakeRelay implements AutoCloseable {

    /** The {@code Host} of each WebSocket request. */
    public final List<String> hosts = new CopyOnWriteArrayList<>();

    public final List<RelayPeer> peers = new CopyOnWriteArrayList<>();

    private final Vertx vertx = Vertx.vertx();
    private final String host;
    private final HttpServerOptions options;
    private volatile Consumer<RelayPeer> onConnect;
    private HttpServer server;
    private int port;

    public FakeRelay(TestAuthority authority, Consumer<RelayPeer> onConnect) {
        this(authority, "localhost", onConnect);
    }

    /** One that listens at this name or address alone. */
    public FakeRelay(TestAuthority authority, String host, Consumer<RelayPeer> onConnect) {
        this.host = host;
        this.onConnect = onConnect;
        this.options = new HttpServerOptions()
                .setSsl(true)
                .setKeyCertOptions(
                        new PfxOptions().setPath(authority.store().toString()).setPassword(TestAuthority.PASSWORD))
                .setMaxWebSocketFrameSize(64 * 1024)
                .setMaxWebSocketMessageSize(2 * 1024 * 1024)
                .addWebSocketSubProtocol(SocketPath.SUBPROTOCOL);
        start();
    }

    /** Challenges, accepts whoever signs (the signature is checked elsewhere), and says that somebody watches. */
    public static Consumer<RelayPeer> accepting(int viewers) {
        return peer -> {
            peer.challenge();
            Thread waiter = new Thread(() -> {
                Await.until("authenticate", peer::isAuthenticated);
                peer.send(new Accepted("front"));
                peer.send(new Demand(viewers, Set.of(0)));
            });
            waiter.setDaemon(true);
            waiter.start();
        };
    }

    public void onConnect(Consumer<RelayPeer> action) {
        onConnect = action;
    }

    public RelayUrl uri() {
        return new RelayUrl(host, port, "");
    }

    public RelayPeer peer(int index) {
        Await.until("connection number " + index, () -> peers.size() > index);
        return peers.get(index);
    }

    public Authenticate authenticated(int index) {
        RelayPeer peer = peer(index);
        Await.until("authenticate", peer::isAuthenticated);
        return peer.first(Authenticate.class);
    }

    /** Lets the kernel keep no more of what comes from the next connections on than so many bytes, and twice that. */
    public void receiveBuffer(int bytes) {
        stop();
        options.setReceiveBufferSize(bytes);
        start();
    }

    /** Frees the port; sockets break off. */
    public void stop() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }

    /** Listens again on the same port. */
    public void start() {
        server = vertx.createHttpServer(options)
                .webSocketHandler(socket -> {
                    hosts.add(socket.headers().get("Host"));
                    RelayPeer peer = new RelayPeer(socket);
                    peers.add(peer);
                    onConnect.accept(peer);
                })
                .exceptionHandler(failure -> {});
        port = server.listen(port, host)
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
