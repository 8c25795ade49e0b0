package dev.fanlight.agent.uplink.socket;

import dev.fanlight.agent.uplink.socket.UplinkException.Problem;
import dev.fanlight.identity.RelayUrl;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.SocketPath;
import dev.fanlight.protocol.WireLimits;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrustOptions;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Dials a relay: TLS with trust as the address says, WebSocket without compression. Thread safe. */
public final class Dialer {

    private final WebSocketClient client;
    private final RelayAddress address;

    public Dialer(Vertx vertx, RelayAddress address) {
        this.address = address;
        this.client = vertx.createWebSocketClient(options(address));
    }

    /**
     * Opens a socket. Fails with an {@link UplinkException}. To be called on the event loop that shall own the socket.
     *
     * @param makeListener makes the listener that is returned; called before anything can be received
     */
    public <L extends RelaySocket.Listener> Future<L> dial(Function<RelaySocket, L> makeListener) {
        ClientWebSocket socket = client.webSocket();
        RelaySocket relaySocket = new RelaySocket(socket, address.hasOwnAuthority());
        L listener = makeListener.apply(relaySocket);
        relaySocket.listen(listener);
        RelayUrl relay = address.relay();
        WebSocketConnectOptions options = new WebSocketConnectOptions()
                .setServer(SocketAddress.inetSocketAddress(relay.port(), relay.host()))
                .setHost(relay.bracketedHost())
                .setPort(relay.port())
                .setSsl(true)
                .setURI(relay.prefix() + SocketPath.AGENT_PATH)
                .setSubProtocols(List.of(SocketPath.SUBPROTOCOL))
                .setAllowOriginHeader(false)
                .setTimeout(address.connectTimeout().toMillis());
        return socket.connect(options)
                .compose(connected -> check(connected, relaySocket))
                .map(checked -> listener)
                .recover(failure -> Future.failedFuture(DialFailure.of(address, failure)));
    }

    /** Frees the client; open sockets end. */
    public Future<Void> close() {
        return client.close();
    }

    private Future<Void> check(WebSocket socket, RelaySocket relay) {
        if (SocketPath.SUBPROTOCOL.equals(socket.subProtocol())) {
            relay.opened();
            return Future.succeededFuture();
        }
        relay.close(CloseReason.UNSUPPORTED);
        return Future.failedFuture(new UplinkException(
                Problem.NOT_A_RELAY,
                address.relay().hostAndPort() + " answers but does not speak " + SocketPath.SUBPROTOCOL + "."));
    }

    private static WebSocketClientOptions options(RelayAddress address) {
        WebSocketClientOptions options = new WebSocketClientOptions()
                .setMaxFrameSize(WireLimits.MAX_AGENT_FRAME_BYTES)
                .setMaxMessageSize(WireLimits.MAX_MEDIA_BYTES)
                .setMaxConnections(2)
                .setTryUsePerMessageCompression(false)
                .setTryUsePerFrameCompression(false)
                .setTcpNoDelay(true)
                .setClosingTimeout((int) RelaySocket.CLOSE_LIMIT.toSeconds())
                .setSsl(true)
                .setSslHandshakeTimeout(address.connectTimeout().toSeconds() + 1)
                .setConnectTimeout((int) address.connectTimeout().toMillis());
        ownAuthority(address.trust())
                .ifPresent(trust -> options.setVerifyHost(false).setTrustOptions(TrustOptions.wrap(trust)));
        return options;
    }

    private static Optional<AuthorityTrust> ownAuthority(RelayTrust trust) {
        if (trust instanceof RelayTrust.Pinned pinned) {
            return Optional.of(AuthorityTrust.pinned(pinned.pin()));
        }
        return trust instanceof RelayTrust.FirstUse ? Optional.of(AuthorityTrust.firstUse()) : Optional.empty();
    }
}
