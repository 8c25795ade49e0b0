package dev.fanlight.relay.bench.crowd;

import dev.fanlight.protocol.player.Watch;
import io.netty.handler.ssl.SslContext;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is watched, and where. Immutable.
 *
 * @param address of the relay
 * @param host what the relay is called, for TLS and for the request
 * @param tls how its certificate is checked; without it the connection is plain
 * @param camera name of the camera
 * @param key of a link to it
 */
public record ViewerTarget(
        InetSocketAddress address, String host, Optional<SslContext> tls, String camera, String key) {

    /** Leaves the key out. */
    @Override
    public String toString() {
        return "ViewerTarget[" + origin() + ", " + camera + "]";
    }

    int port() {
        return address.getPort();
    }

    String authority() {
        boolean isUsual = port() == (tls.isPresent() ? 443 : 80);
        return isUsual ? host : host + ":" + port();
    }

    String origin() {
        return (tls.isPresent() ? "https://" : "http://") + authority();
    }

    Watch watch() {
        return new Watch(camera, Optional.of(key), Optional.empty(), OptionalLong.empty());
    }
}
