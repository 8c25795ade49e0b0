package dev.fanlight.relay.node;

import dev.fanlight.protocol.SocketPath;
import dev.fanlight.protocol.WireLimits;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Dials other nodes. Any certificate will do for TLS: what a node is shown by is the proof that its key goes into. Thread safe.
 */
final class PullDialer {

    /** How long a connection may take, TLS and WebSocket included. */
    static final Duration CONNECT = Duration.ofSeconds(3);

    private static final int FRAMING_BYTES = 64;
    private static final int RECEIVE_BYTES = 256 * 1024;

    private final WebSocketClient client;

    PullDialer(Vertx vertx, int maxLinks) {
        this.client = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setMaxConnections(maxLinks)
                .setMaxFrameSize(WireLimits.MAX_MEDIA_BYTES + FRAMING_BYTES)
                .setMaxMessageSize(WireLimits.MAX_MEDIA_BYTES + FRAMING_BYTES)
                .setTryUsePerMessageCompression(false)
                .setTryUsePerFrameCompression(false)
                .setTcpNoDelay(true)
                .setReceiveBufferSize(RECEIVE_BYTES)
                .setClosingTimeout(1)
                .setSsl(true)
                .setTrustAll(true)
                .setVerifyHost(false)
                .setSslHandshakeTimeout(CONNECT.toSeconds())
                .setConnectTimeout((int) CONNECT.toMillis()));
    }

    /** Opens a socket for a link, which learns what came of it. On the link’s loop. */
    void dial(String address, PullLink link) {
        URI uri = URI.create(address);
        WebSocketConnectOptions options = new WebSocketConnectOptions()
                .setHost(uri.getHost().replaceAll("[\\[\\]]", ""))
                .setPort(uri.getPort())
                .setSsl(true)
                .setURI(NodeHandler.PATH)
                .setSubProtocols(List.of(SocketPath.SUBPROTOCOL))
                .setAllowOriginHeader(false)
                .setTimeout(CONNECT.toMillis());
        client.connect(options).onComplete(link::opened, e -> link.failed());
    }

    void close() {
        var unused = client.close();
    }
}
