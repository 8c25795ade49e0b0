package dev.fanlight.relay.gateway.push;

import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.webrtc.RtcEndpoint;
import dev.fanlight.relay.webrtc.RtcTimeouts;
import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;

/**
 * What a push by WHIP needs, for all its connections. Thread safe.
 *
 * @param client asks targets
 * @param endpoint a port of its own, from which packets go
 * @param random for names, passwords and what RTP wants to be random
 */
record WhipServices(WhipClient client, RtcEndpoint endpoint, Random random) {

    /**
     * Opens the port.
     *
     * @param limit for an answer of a target
     * @param trust whose certificates are accepted; those of the Java runtime when it is empty
     * @throws IOException when there is no port
     */
    static WhipServices open(GatewayContext relay, Duration limit, Optional<TrustOptions> trust) throws IOException {
        return new WhipServices(
                new WhipClient(relay.vertx(), limit, trust),
                RtcEndpoint.open(0, RtcTimeouts.STANDARD, relay.clock(), relay.wallClock(), relay.errors()),
                new SecureRandom());
    }

    void close(Duration limit) {
        client.close();
        endpoint.close(limit);
    }
}
