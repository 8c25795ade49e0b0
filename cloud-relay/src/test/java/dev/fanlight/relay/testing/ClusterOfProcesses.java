package dev.fanlight.relay.testing;

import dev.fanlight.identity.CameraName;
import dev.fanlight.identity.DeviceKey;
import dev.fanlight.identity.Secrets;
import dev.fanlight.protocol.agent.Accepted;
import dev.fanlight.relay.cluster.redis.RedisServer;
import dev.fanlight.relay.config.PostgresUrl;
import dev.fanlight.relay.store.Dialect;
import dev.fanlight.relay.store.Invitations.Invitation;
import dev.fanlight.relay.store.PostgresServer;
import dev.fanlight.relay.store.RelayStore;
import dev.fanlight.testing.FreePort;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Relays that share their cameras, each a process that a test may kill or freeze, and one camera. */
public final class ClusterOfProcesses implements AutoCloseable {

    private static final int MAX_MESSAGE = 4 * 1024 * 1024;
    private static final String CAMERA = "front";

    private final Path folder;
    private final RedisServer redis = RedisServer.start();
    private final PostgresServer postgres = PostgresServer.own();
    private final String database = postgres.newDatabase();
    private final Vertx vertx = Vertx.vertx();
    private final WebSocketClient client;
    private final List<RelayProcess> relays = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();
    private final DeviceKey key = DeviceKey.generate(new SecureRandom());
    private final Invitation invitation;
    private final String device;

    private ClusterOfProcesses(Path folder, int count) throws IOException {
        this.folder = folder;
        this.client = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setMaxFrameSize(MAX_MESSAGE)
                .setMaxMessageSize(MAX_MESSAGE)
                .setTrustAll(true)
                .setVerifyHost(false));
        for (int i = 0; i < count; i++) {
            ports.add(FreePort.next());
            relays.add(launch(i));
        }
        try (RelayStore store = RelayStore.open(
                Dialect.postgres(PostgresUrl.parse(database)), new Secrets(new SecureRandom()), Clock.systemUTC())) {
            invitation = store.invitations().invite(new CameraName(CAMERA), true);
        }
        device = TestAgent.connect(client, ports.get(0)).join(invitation, key);
    }

    /** Starts so many relays with their state below {@code folder}. */
    public static ClusterOfProcesses start(Path folder, int count) throws IOException {
        return new ClusterOfProcesses(folder, count);
    }

    /** The camera’s agent, connected to one of the relays; live. */
    public TestAgent publishing(int relay) {
        TestAgent agent = TestAgent.connect(client, ports.get(relay));
        agent.authenticate(device, key);
        agent.expect(Accepted.class);
        agent.announce();
        return agent;
    }

    /** A viewer of the camera, connected to one of the relays. */
    public TestViewer watching(int relay) {
        RelayProcess process = relays.get(relay);
        TestViewer viewer = TestViewer.connect(client, process.plainPort(), process.origin());
        viewer.watch(CAMERA, invitation.watchKey().orElseThrow());
        vertx.setPeriodic(1_000, timer -> viewer.askForTime());
        return viewer;
    }

    /** A relay. */
    public RelayProcess relay(int index) {
        return relays.get(index);
    }

    /** Starts a relay again after it was killed. */
    public void startAgain(int index) throws IOException {
        relays.set(index, launch(index));
    }

    /** Where they find each other. */
    public RedisServer redis() {
        return redis;
    }

    /** What they store everything in. */
    public PostgresServer postgres() {
        return postgres;
    }

    @Override
    public void close() {
        relays.forEach(RelayProcess::close);
        redis.close();
        vertx.close().await();
    }

    private RelayProcess launch(int index) throws IOException {
        int port = ports.get(index);
        return RelayProcess.start(
                folder.resolve("relay-" + index),
                Map.of(
                        "http.port",
                        String.valueOf(port),
                        "store.url",
                        database,
                        "cluster.redis",
                        redis.url(),
                        "cluster.address",
                        "wss://127.0.0.1:" + port,
                        "cluster.secret",
                        TestCluster.SECRET));
    }
}
