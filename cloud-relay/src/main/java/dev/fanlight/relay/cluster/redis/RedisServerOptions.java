package dev.fanlight.relay.cluster.redis;

import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.redis.client.ProtocolVersion;
import io.vertx.redis.client.RedisOptions;
import java.time.Duration;
import java.util.Optional;

/**
 * How a Redis server is connected to. Immutable; its text form hides the password.
 *
 * @param tls whether by TLS, with the check of the server’s name
 * @param host name or address; an IPv6 address in brackets
 * @param port TCP port
 * @param database number of the database
 * @param user who logs in, or the default user
 * @param password the user's, if one is needed
 * @param trust PEM file with the authority of its certificate; empty for the system’s
 */
public record RedisServerOptions(
        boolean tls,
        String host,
        int port,
        int database,
        Optional<String> user,
        Optional<String> password,
        String trust) {

    /** Most commands that wait for an answer. */
    static final int MAX_COMMANDS = 10_000;

    private static final Duration CONNECT = Duration.ofSeconds(2);

    /** As the client reads them. */
    public RedisOptions toRedisOptions() {
        NetClientOptions net = new NetClientOptions()
                .setConnectTimeout((int) CONNECT.toMillis())
                .setTcpNoDelay(true);
        if (tls) {
            net.setSsl(true).setHostnameVerificationAlgorithm("HTTPS");
            if (!trust.isEmpty()) {
                net.setTrustOptions(new PemTrustOptions().addCertPath(trust));
            }
        }
        RedisOptions options = new RedisOptions()
                .setNetClientOptions(net)
                .setConnectionString((tls ? "rediss://" : "redis://") + host + ":" + port + "/" + database)
                .setMaxWaitingHandlers(MAX_COMMANDS)
                // Answers to SUBSCRIBE are the same for every server then.
                .setPreferredProtocolVersion(ProtocolVersion.RESP2);
        user.ifPresent(options::setUser);
        password.ifPresent(options::setPassword);
        return options;
    }

    /** The server alone. */
    @Override
    public String toString() {
        return host + ":" + port + "/" + database;
    }
}
