package dev.fanlight.relay.cluster.redis;

import dev.fanlight.relay.config.RedisUrl;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.redis.client.ProtocolVersion;
import io.vertx.redis.client.RedisOptions;
import java.time.Duration;

/**
 * How a Redis server is connected to. Immutable; its text form hides the password.
 *
 * @param url the server and the credentials for it
 * @param trust PEM file with the authority of its certificate; empty for the system’s
 */
public record RedisServerOptions(RedisUrl url, String trust) {

    /** Most commands that wait for an answer. */
    static final int MAX_COMMANDS = 10_000;

    private static final Duration CONNECT = Duration.ofSeconds(2);

    /** As the client reads them. */
    public RedisOptions toRedisOptions() {
        NetClientOptions net = new NetClientOptions()
                .setConnectTimeout((int) CONNECT.toMillis())
                .setTcpNoDelay(true);
        if (url.tls()) {
            net.setSsl(true).setHostnameVerificationAlgorithm("HTTPS");
            if (!trust.isEmpty()) {
                net.setTrustOptions(new PemTrustOptions().addCertPath(trust));
            }
        }
        RedisOptions options = new RedisOptions()
                .setNetClientOptions(net)
                .setConnectionString(url.server())
                .setMaxWaitingHandlers(MAX_COMMANDS)
                // Answers to SUBSCRIBE are the same for every server then.
                .setPreferredProtocolVersion(ProtocolVersion.RESP2);
        url.user().ifPresent(options::setUser);
        url.password().ifPresent(options::setPassword);
        return options;
    }
}
