package dev.fanlight.relay.config;

import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import dev.fanlight.settings.ValueParser;
import java.util.List;
import java.util.Optional;

/**
 * The other relays that this one shares its cameras with. Immutable.
 *
 * @param redis the Redis server where they find each other; without one, this relay runs alone
 * @param redisTrust PEM file with the authority of the Redis server’s certificate, empty for the system’s
 * @param address where other relays reach this one, as {@code wss://HOST:PORT}; empty without a cluster
 * @param secret what all relays of the cluster know and nothing else does; empty without a cluster
 */
public record ClusterConfig(Optional<RedisUrl> redis, String redisTrust, String address, String secret) {

    /** {@code cluster.redis}. */
    public static final Setting<Optional<RedisUrl>> REDIS = new Setting<>(
            "cluster.redis",
            "",
            text -> text.isEmpty() ? Optional.empty() : Optional.of(RedisUrl.parse(text)),
            "The Redis server where the relays of a cluster find each other, as redis://:PASSWORD@HOST/DATABASE or rediss:// for TLS; empty for a relay that runs alone. Experimental: docs/cluster.md says what is shared, and what is not.",
            true);

    /** {@code cluster.redis_trust}. */
    public static final Setting<String> REDIS_TRUST = new Setting<>(
            "cluster.redis_trust",
            "",
            ValueParser.TEXT,
            "PEM file with the authority of the Redis server's certificate; empty for the system's authorities.");

    /** {@code cluster.address}. */
    public static final Setting<String> ADDRESS = new Setting<>(
            "cluster.address",
            "",
            ClusterConfig::address,
            "Where the other relays of the cluster reach this one, as wss://HOST:PORT.");

    /** {@code cluster.secret}. */
    public static final Setting<String> SECRET = new Setting<>(
            "cluster.secret",
            "",
            ClusterConfig::secret,
            "What all relays of the cluster know, and nothing else: 32 to 256 characters, best made by `openssl rand -hex 32`.",
            true);

    /** The settings of this part, in the order of the documentation. */
    public static final List<Setting<?>> SETTINGS = List.of(REDIS, REDIS_TRUST, ADDRESS, SECRET);

    /** Shortest secret, in characters. */
    static final int MIN_SECRET = 32;

    /** Longest secret, in characters. */
    static final int MAX_SECRET = 256;

    /** Reads it from settings. */
    public static ClusterConfig of(Settings settings) {
        return new ClusterConfig(
                settings.get(REDIS), settings.get(REDIS_TRUST), settings.get(ADDRESS), settings.get(SECRET));
    }

    /** Whether this relay is one of several. */
    public boolean isOn() {
        return redis.isPresent();
    }

    private static String address(String text) {
        if (!text.matches("(wss://([A-Za-z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}]):[1-9]\\d{0,4})?")) {
            throw new IllegalArgumentException("an address like wss://10.0.0.1:8443");
        }
        return text;
    }

    private static String secret(String text) {
        if (!text.isEmpty() && !text.matches("[\\x21-\\x7e]{" + MIN_SECRET + "," + MAX_SECRET + "}")) {
            throw new IllegalArgumentException("32 to 256 characters of ASCII without spaces");
        }
        return text;
    }

    /** Leaves out the secret. */
    @Override
    public String toString() {
        return "ClusterConfig[redis=" + redis + ", address=" + address + "]";
    }
}
