package dev.fanlight.relay.testing;

import dev.fanlight.relay.cluster.redis.RedisServer;
import dev.fanlight.relay.store.PostgresServer;
import dev.fanlight.relay.tls.CertificateSchedule;
import dev.fanlight.testing.FreePort;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Relays that share their cameras: one Redis server, one database, and a port and a state folder for each relay. */
public final class TestCluster implements AutoCloseable {

    /** Known to all relays. */
    public static final String SECRET = "0123456789abcdef0123456789abcdef";

    private final RedisServer redis = RedisServer.start();
    private final String database = PostgresServer.shared().newDatabase();
    private final List<TestRelay> relays = new ArrayList<>();

    /** Starts so many relays with their state below {@code folder}. */
    public static TestCluster start(Path folder, int count) {
        TestCluster cluster = new TestCluster();
        for (int i = 0; i < count; i++) {
            cluster.join(folder.resolve("relay-" + i), SECRET);
        }
        return cluster;
    }

    /** Starts one more relay, which knows this secret. */
    public TestRelay join(Path state, String secret) {
        int port = FreePort.next();
        Map<String, String> settings = Map.of(
                "http.port",
                String.valueOf(port),
                "store.url",
                database,
                "cluster.redis",
                redis.url(),
                "cluster.address",
                "wss://127.0.0.1:" + port,
                "cluster.secret",
                secret);
        TestRelay relay = TestRelay.start(state, settings, CertificateSchedule.STANDARD, Optional.empty());
        relays.add(relay);
        return relay;
    }

    /** A relay, by the order in which they were started. */
    public TestRelay relay(int index) {
        return relays.get(index);
    }

    /** Where they find each other. */
    public RedisServer redis() {
        return redis;
    }

    @Override
    public void close() {
        relays.forEach(TestRelay::close);
        redis.close();
    }
}
