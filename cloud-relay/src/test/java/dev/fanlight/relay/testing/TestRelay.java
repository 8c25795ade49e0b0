package dev.fanlight.relay.testing;

import dev.fanlight.identity.CameraName;
import dev.fanlight.identity.DeviceKey;
import dev.fanlight.identity.Secrets;
import dev.fanlight.protocol.Features;
import dev.fanlight.protocol.agent.Accepted;
import dev.fanlight.protocol.agent.Authenticate;
import dev.fanlight.protocol.chat.ChatReady;
import dev.fanlight.relay.config.LimitConfig;
import dev.fanlight.relay.config.ListenConfig;
import dev.fanlight.relay.config.PostgresUrl;
import dev.fanlight.relay.config.RelayConfig;
import dev.fanlight.relay.config.RelaySettings;
import dev.fanlight.relay.config.RelayStateFolder;
import dev.fanlight.relay.config.RelayTimeouts;
import dev.fanlight.relay.gateway.GatewayFactory;
import dev.fanlight.relay.server.RelayServer;
import dev.fanlight.relay.store.Dialect;
import dev.fanlight.relay.store.Invitations.Invitation;
import dev.fanlight.relay.store.RelayStore;
import dev.fanlight.relay.tls.CertificateSchedule;
import dev.fanlight.settings.SettingsReader;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.net.PemTrustOptions;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A real relay on free ports, and clients for it. */
public final class TestRelay implements AutoCloseable {

    /** A player that is silent this many times as long as between two of its time requests is disconnected. */
    private static final int REQUESTS_UNTIL_SILENT = 6;

    private static final int MAX_MESSAGE = 4 * 1024 * 1024;

    /** Every peer of a test is at one address. */
    public static final LimitConfig GENEROUS = LimitConfig.STANDARD
            .withViewers(1_000)
            .withCameras(20)
            .withSocketsPerAddress(10_000)
            .withConnectionsPerAddress(10_000)
            .withConnectsPerMinute(1_000_000)
            .withTriesPerMinute(100_000);

    private final RelayStateFolder folder;
    private final Vertx vertx;
    private final RelayServer server;
    private final Optional<PostgresUrl> database;
    private final RelayTimeouts timeouts;
    private final WebSocketClient client;

    private TestRelay(RelayStateFolder folder, RelayServer server, RelayConfig config, Optional<String> authority) {
        this.folder = folder;
        this.server = server;
        this.timeouts = config.timeouts();
        this.database = config.store().server();
        this.vertx = Vertx.vertx();
        this.client = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setMaxFrameSize(MAX_MESSAGE)
                .setMaxMessageSize(MAX_MESSAGE)
                .setMaxConnections(2_000)
                .setTryUsePerMessageCompression(false)
                .setTrustOptions(new PemTrustOptions()
                        .addCertValue(authority
                                .map(Buffer::buffer)
                                .orElseGet(() ->
                                        Buffer.buffer(folder.read("ca.crt").orElseThrow())))));
    }

    public static TestRelay start(Path state) {
        return start(state, 2);
    }

    public static TestRelay start(Path state, int loops) {
        return start(state, loops, GENEROUS);
    }

    public static TestRelay start(Path state, int loops, LimitConfig limits) {
        return start(
                state,
                config(loops, limits, RelayTimeouts.STANDARD, Map.of()),
                CertificateSchedule.STANDARD,
                Optional.empty());
    }

    public static TestRelay start(Path state, int loops, RelayTimeouts timeouts) {
        return start(
                state, config(loops, GENEROUS, timeouts, Map.of()), CertificateSchedule.STANDARD, Optional.empty());
    }

    /** A relay with other settings than the standard ones; clients trust {@code authority} (PEM), or the relay’s own. */
    public static TestRelay start(
            Path state, Map<String, String> settings, CertificateSchedule schedule, Optional<String> authority) {
        return start(state, config(2, GENEROUS, RelayTimeouts.STANDARD, settings), schedule, authority);
    }

    /** A relay with more gateways. */
    public static TestRelay start(Path state, List<GatewayFactory> gateways) {
        return start(state, RelayTimeouts.STANDARD, gateways);
    }

    /** A relay with other timeouts than the standard ones and more gateways. */
    public static TestRelay start(Path state, RelayTimeouts timeouts, List<GatewayFactory> gateways) {
        RelayConfig config = config(2, GENEROUS, timeouts, Map.of());
        return start(state, config, CertificateSchedule.STANDARD, gateways, Optional.empty());
    }

    /** A relay with other settings than the standard ones and more gateways. */
    public static TestRelay start(
            Path state, Map<String, String> settings, CertificateSchedule schedule, List<GatewayFactory> gateways) {
        return start(state, settings, schedule, gateways, Optional.empty());
    }

    /** A relay with other settings than the standard ones and more gateways, whose clients trust {@code authority} (PEM). */
    public static TestRelay start(
            Path state,
            Map<String, String> settings,
            CertificateSchedule schedule,
            List<GatewayFactory> gateways,
            Optional<String> authority) {
        RelayConfig config = config(2, GENEROUS, RelayTimeouts.STANDARD, settings);
        return start(state, config, schedule, gateways, authority);
    }

    private static TestRelay start(
            Path state, RelayConfig config, CertificateSchedule schedule, Optional<String> authority) {
        return start(state, config, schedule, List.of(), authority);
    }

    private static TestRelay start(
            Path state,
            RelayConfig config,
            CertificateSchedule schedule,
            List<GatewayFactory> gateways,
            Optional<String> authority) {
        RelayStateFolder folder = RelayStateFolder.open(state);
        return new TestRelay(folder, RelayServer.start(config, folder, schedule, gateways), config, authority);
    }

    private static RelayConfig config(
            int loops, LimitConfig limits, RelayTimeouts timeouts, Map<String, String> settings) {
        RelayConfig standard = RelayConfig.of(
                new SettingsReader(RelaySettings.SCHEMA).overrides(settings).read());
        int port = settings.containsKey("http.port") ? standard.listen().port() : 0;
        ListenConfig listen =
                new ListenConfig(port, OptionalInt.of(0), standard.listen().publicHost(), loops);
        return new RelayConfig(
                listen,
                standard.proxy(),
                standard.certificates(),
                limits,
                standard.access(),
                standard.fanOut(),
                standard.chat(),
                standard.store(),
                standard.cluster(),
                standard.ffmpeg(),
                standard.transcode(),
                standard.monitoring(),
                standard.recording(),
                standard.webhooks(),
                standard.push(),
                timeouts);
    }

    /** A camera and what one needs for it. */
    public record TestCamera(String name, Invitation invitation) {
        public String watchKey() {
            return invitation.watchKey().orElseThrow();
        }
    }

    public TestCamera invite(String name) {
        try (RelayStore store = openStore(Clock.systemUTC())) {
            return new TestCamera(name, store.invitations().invite(new CameraName(name), true));
        }
    }

    public RelayStore openStore(Clock clock) {
        Dialect dialect =
                database.map(Dialect::postgres).orElseGet(() -> Dialect.sqlite(folder.secretFile(RelayStore.FILE)));
        return RelayStore.open(dialect, new Secrets(new SecureRandom()), clock);
    }

    public TestAgent agent() {
        return TestAgent.connect(client, server.port());
    }

    /** An agent that has joined and publishes. */
    /** A page of this relay that publishes, before it has presented a key. */
    public TestAgent page() {
        return TestAgent.page(client(), plainPort(), "http://127.0.0.1:" + plainPort());
    }

    public TestAgent publishing(TestCamera camera) {
        return publishing(camera, Features.NONE);
    }

    public TestAgent publishing(TestCamera camera, Features features) {
        DeviceKey key = DeviceKey.generate(new SecureRandom());
        String device = agent().join(camera.invitation(), key);
        TestAgent agent = agent();
        Authenticate answer = agent.answer(device, key, agent.serverKey());
        agent.send(new Authenticate(answer.device(), answer.serverKey(), answer.signature(), answer.agent(), features));
        agent.expect(Accepted.class);
        return agent;
    }

    public TestViewer viewer() {
        return TestViewer.connect(client, plainPort(), "http://127.0.0.1:" + plainPort());
    }

    /** A player that comes through something that listens on {@code port}. */
    public TestViewer viewerThrough(int port) {
        return TestViewer.connect(client, port, "http://127.0.0.1:" + port);
    }

    /** A player that came by TLS. */
    public TestViewer secureViewer(String host) {
        return TestViewer.connectTls(client, host, server.port());
    }

    public TestViewer watching(TestCamera camera) {
        return watching(camera, viewer());
    }

    public TestViewer watching(TestCamera camera, TestViewer viewer) {
        viewer.watch(camera.name(), camera.watchKey());
        viewer.expect(ChatReady.class);
        long interval = timeouts.viewers().silence().toMillis() / REQUESTS_UNTIL_SILENT;
        vertx.setPeriodic(interval, timer -> viewer.askForTime());
        return viewer;
    }

    public RelayStateFolder folder() {
        return folder;
    }

    /** The command line of this relay. */
    public TestApi host() {
        return TestApi.host(folder);
    }

    public WebSocketClient client() {
        return client;
    }

    public Vertx vertx() {
        return vertx;
    }

    public RelayServer server() {
        return server;
    }

    public int plainPort() {
        return server.plainPort().orElseThrow();
    }

    @Override
    public void close() {
        server.close();
        vertx.close().await();
    }
}
