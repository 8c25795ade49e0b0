package dev.fanlight.relay.http.listen;

import dev.fanlight.protocol.SocketPath;
import dev.fanlight.protocol.WireLimits;
import dev.fanlight.relay.config.RelayTimeouts;
import dev.fanlight.relay.tls.Identity;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.OpenSSLEngineOptions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Options of listeners. The default of each limit here in Vert.x is wrong for a server on the open internet. Stateless. */
public final class ListenerOptions {

    /** Bytes that the kernel may hold for one peer; it doubles this value. More would be stale video. */
    static final int SEND_BUFFER_BYTES = 256 * 1024;

    /** Of TLS 1.3 all, of TLS 1.2 those with forward secrecy and authenticated encryption (RFC 9325 section 4.2), for EC and RSA keys. */
    private static final List<String> CIPHERS = List.of(
            "TLS_AES_128_GCM_SHA256",
            "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

    private static final int LINE_BYTES = 4 * 1024;
    private static final int HEADER_BYTES = 8 * 1024;
    private static final int BACKLOG = 1024;

    private ListenerOptions() {}

    /** Options of a listener without TLS. */
    public static HttpServerOptions plain(RelayTimeouts.Connections timeouts) {
        HttpServerOptions options = new HttpServerOptions();
        options.setMaxWebSocketFrameSize(WireLimits.MAX_AGENT_FRAME_BYTES);
        options.setMaxWebSocketMessageSize(WireLimits.MAX_AGENT_FRAME_BYTES);
        options.setPerFrameWebSocketCompressionSupported(false);
        options.setPerMessageWebSocketCompressionSupported(false);
        options.addWebSocketSubProtocol(SocketPath.SUBPROTOCOL);
        options.setWebSocketClosingTimeout(wholeSeconds(timeouts.close()));
        options.setHttp2ClearTextEnabled(false);
        options.setUseAlpn(false);
        options.setMaxInitialLineLength(LINE_BYTES);
        options.setMaxHeaderSize(HEADER_BYTES);
        options.setMaxFormAttributeSize(1024);
        options.setIdleTimeout((int) timeouts.idle().toMillis());
        options.setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        options.setTcpNoDelay(true);
        options.setSendBufferSize(SEND_BUFFER_BYTES);
        options.setAcceptBacklog(BACKLOG);
        return options;
    }

    /** Options of a listener with TLS 1.2 or 1.3, by BoringSSL where it is there. */
    public static HttpServerOptions tls(Identity identity, RelayTimeouts.Connections timeouts) {
        HttpServerOptions options = plain(timeouts);
        secure(options, identity, timeouts.handshake());
        return options;
    }

    /** Options of a listener without TLS for another protocol than HTTP, which has time limits of its own. */
    public static NetServerOptions stream() {
        NetServerOptions options = new NetServerOptions();
        options.setTcpNoDelay(true);
        options.setSendBufferSize(SEND_BUFFER_BYTES);
        options.setAcceptBacklog(BACKLOG);
        return options;
    }

    /** The same with TLS as on the relay’s other ports. */
    public static NetServerOptions tlsStream(Identity identity, RelayTimeouts.Connections timeouts) {
        NetServerOptions options = stream();
        secure(options, identity, timeouts.handshake());
        return options;
    }

    private static void secure(NetServerOptions options, Identity identity, Duration handshake) {
        options.setSsl(true);
        options.setKeyCertOptions(identity.options());
        CIPHERS.forEach(options::addEnabledCipherSuite);
        options.setEnabledSecureTransportProtocols(Set.of("TLSv1.2", "TLSv1.3"));
        options.setSslHandshakeTimeout(handshake.toMillis());
        options.setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
        if (OpenSSLEngineOptions.isAvailable()) {
            options.setSslEngineOptions(new OpenSSLEngineOptions());
        }
    }

    /** At least one: with 0 Vert.x would not wait at all. */
    private static int wholeSeconds(Duration time) {
        return (int) time.plusMillis(999).toSeconds();
    }
}
