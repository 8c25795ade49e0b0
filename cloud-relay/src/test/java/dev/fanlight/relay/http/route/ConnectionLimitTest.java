package dev.fanlight.relay.http.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.config.ProxyConfig;
import dev.fanlight.relay.http.connection.ClientAddress;
import dev.fanlight.relay.http.connection.ConnectionLimit;
import dev.fanlight.relay.ratelimit.OpenCounts;
import io.vertx.core.net.SocketAddress;
import org.junit.jupiter.api.Test;

class ConnectionLimitTest {

    private static final SocketAddress PROXY = SocketAddress.inetSocketAddress(4711, "10.0.0.1");
    private static final SocketAddress CLIENT = SocketAddress.inetSocketAddress(4711, "192.0.2.7");

    private final OpenCounts open = new OpenCounts(1);
    private final ConnectionLimit limit = new ConnectionLimit(
            new ClientAddress(ProxyConfig.TRUSTED_PROXIES.parser().parse("10.0.0.1")), open);

    @Test
    void aTrustedProxyIsNotCounted() {
        assertThat(limit.open(PROXY)).isPresent();
        assertThat(limit.open(PROXY)).isPresent();
        limit.open(PROXY).orElseThrow().run();
        assertThat(open.addresses()).isZero();
    }

    @Test
    void anybodyElseIsCountedUntilItIsOver() {
        Runnable over = limit.open(CLIENT).orElseThrow();
        assertThat(limit.open(CLIENT)).isEmpty();
        over.run();
        assertThat(limit.open(CLIENT)).isPresent();
    }
}
