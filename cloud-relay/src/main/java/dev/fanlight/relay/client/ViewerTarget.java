package dev.fanlight.relay.client;

import dev.fanlight.protocol.player.Watch;
import io.netty.handler.ssl.SslContext;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What to watch, and where. Immutable.
 *
 * @param address of the relay
 * @param host name of the relay, for TLS and the {@code Host} header
 * @param tls client context that checks the relay’s certificate; plain TCP without
 * @param camera name of the camera
 * @param key of a link to it
 */
public record ViewerTarget(
        InetSocketAddress address, String host, Optional<SslContext> tls, String camera, String key) {

    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    /** Omits the key. */
    @Override
    public String toString() {
        return "ViewerTarget[" + origin() + ", " + camera + "]";
    }

    /** TCP port of the relay. */
    public int port() {
        return address.getPort();
    }

    String authority() {
        boolean isDefaultPort = port() == (tls.isPresent() ? HTTPS_PORT : HTTP_PORT);
        return isDefaultPort ? host : host + ":" + port();
    }

    String origin() {
        return (tls.isPresent() ? "https://" : "http://") + authority();
    }

    Watch watch() {
        return new Watch(camera, Optional.of(key), Optional.empty(), OptionalLong.empty());
    }
}
