package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.gateway.GatewayFactory;
import dev.fanlight.relay.gateway.publication.ContainerTimeouts;
import dev.fanlight.relay.server.RelayGateways;
import dev.fanlight.relay.testing.ContainerRelay;
import dev.fanlight.relay.testing.Memory;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.settings.SettingsReader;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.FreePort;
import dev.fanlight.testing.Soak;
import dev.fanlight.testing.TestScale;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is sent to the ports of gateways, the live stream goes on, and nothing of it stays. */
@Soak
class HostileSocketsScenarioTest {

    private static final int SOCKETS = TestScale.of(40, 400);
    private static final int QUIET_FRAMES = TestScale.of(30, 300);
    private static final long FRAME_MILLIS = 33;
    private static final int FRAME_BYTES = 4_000;
    private static final int GOP = 30;
    private static final long HEAP_GROWTH = 16 * 1024 * 1024;
    private static final int NOISE = 20_000;
    private static final int HANDSHAKE = 1 + 2 * 1536;
    private static final long SEED = Long.getLong("fanlight.seed", System.nanoTime());

    @TempDir
    private Path temp;

    private final Random random = new Random(SEED);
    private final AtomicLong sequence = new AtomicLong();
    private final List<Long> arrivals = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService frames = Executors.newSingleThreadScheduledExecutor();
    private int rtmp;
    private int rtsp;
    private int tcp;
    private TestRelay relay;
    private TestViewer viewer;

    @BeforeEach
    void start() {
        rtmp = FreePort.next();
        rtsp = FreePort.next();
        tcp = FreePort.next();
        relay = TestRelay.start(temp.resolve("state"), gateways(keyOfYard()));
        TestCamera camera = relay.invite("front");
        TestAgent agent = relay.publishing(camera);
        agent.announce();
        viewer = relay.watching(camera);
        viewer.onFrame((header, message) -> arrivals.add(System.nanoTime()));
        var unused = frames.scheduleAtFixedRate(() -> send(agent), 0, FRAME_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** A port for containers publishes one camera, whose key it has to know from the start. */
    private String keyOfYard() {
        try (ContainerRelay before = ContainerRelay.start(temp.resolve("state"), ContainerTimeouts.STANDARD)) {
            before.relay().invite("yard");
            return before.newKey("yard");
        }
    }

    private List<GatewayFactory> gateways(String key) {
        Map<String, String> settings = Map.of(
                "gateways.raw.type",
                "tcp",
                "gateways.raw.tcp_port",
                String.valueOf(tcp),
                "gateways.raw.format",
                "webm",
                "gateways.raw.publish_key",
                key,
                "gateways.flv.type",
                "http_flv",
                "gateways.hls.type",
                "hls",
                "gateways.rtmp.port",
                String.valueOf(rtmp),
                "gateways.rtsp.port",
                String.valueOf(rtsp));
        return RelayGateways.KINDS.configured(
                new SettingsReader(RelayGateways.SCHEMA).overrides(settings).read());
    }

    private void send(TestAgent agent) {
        long next = sequence.getAndIncrement();
        agent.frame(next, next % GOP == 0, FRAME_BYTES);
    }

    @AfterEach
    void stop() {
        frames.shutdownNow();
        relay.close();
    }

    @Test
    void theLiveStreamGoesOnAndNothingStaysOfThoseWhoSendGarbage() throws Exception {
        System.out.println("seed " + SEED);
        List<Long> quiet = gaps(QUIET_FRAMES);
        int descriptors = Memory.descriptors();
        long heap = Memory.heapAfterCollection();
        List<Socket> sockets = new ArrayList<>();
        int before = arrivals.size();
        for (int i = 0; i < SOCKETS; i++) {
            sockets.add(disturb(rtmp, rtmpBytes(i)));
            sockets.add(disturb(rtsp, rtspBytes(i)));
            sockets.add(disturb(tcp, containerBytes(i)));
            sockets.add(disturb(relay.plainPort(), httpBytes(i)));
        }
        List<Long> disturbed = gaps(QUIET_FRAMES);
        Await.until("the relay has closed what asked for nothing", () -> open() == 0);
        for (Socket socket : sockets) {
            socket.close();
        }
        Await.until("files are closed", () -> Memory.descriptors() <= descriptors);
        Await.until("memory is given back", () -> Memory.heapAfterCollection() - heap < HEAP_GROWTH);
        assertThat(viewer.corrupted()).isZero();
        assertThat(viewer.sequences()).as("no frame is missing").isSorted().doesNotHaveDuplicates();
        long first = viewer.sequences().get(0);
        assertThat(viewer.sequences())
                .hasSize((int) (viewer.sequences().get(viewer.sequences().size() - 1) - first + 1));
        System.out.printf(
                "%d hostile sockets on each of 4 ports: gap p99 %.1f ms, before %.1f ms; %d frames meanwhile; heap %s -> %s%n",
                SOCKETS,
                p99(disturbed),
                p99(quiet),
                arrivals.size() - before,
                Memory.mebibytes(heap),
                Memory.mebibytes(Memory.heapAfterCollection()));
    }

    /** Those by RTMP and RTSP. */
    private int open() {
        return connections("gateway-rtmp") + connections("gateway-rtsp");
    }

    private int connections(String gateway) {
        return (int) ((Map<?, ?>) relay.server().describe().get(gateway)).get("connections");
    }

    private static Socket disturb(int port, byte[] bytes) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            // The relay has closed it in the middle, as it should.
        }
        return socket;
    }

    private byte[] rtmpBytes(int i) {
        return switch (i % 5) {
            case 0 -> noise(NOISE);
            case 1 -> afterHandshake(noise(NOISE));
            // Messages of 16 MB on 60 chunk streams, of each the first chunk.
            case 2 -> afterHandshake(halfMessages());
            case 3 -> new byte[] {3};
            default -> "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        };
    }

    private byte[] rtspBytes(int i) {
        return switch (i % 5) {
            case 0 -> noise(NOISE);
            case 1 -> text("OPTIONS * RTSP/1.0\r\nCSeq: 1\r\n\r\n".repeat(200));
            case 2 -> text("DESCRIBE rtsp://x/front?key=" + "k".repeat(NOISE));
            case 3 -> text("$" + "\u0000\u00ff\u00ff".repeat(100));
            default -> text("DESCRIBE rtsp://x/front RTSP/1.0\r\nCSeq: 1\r\nContent-Length: 2147483648\r\n\r\n");
        };
    }

    private byte[] containerBytes(int i) {
        return switch (i % 4) {
            case 0 -> noise(NOISE);
            // The head of a WebM, and an element of 2^56 - 2 bytes.
            case 1 ->
                HexFormat.of()
                        .parseHex("1a45dfa3" + "9f" + "4286810142f7810142f2810442f381084282847765626d42878104"
                                + "18538067" + "01fffffffffffffe");
            case 2 -> new byte[] {0x1a};
            default -> text("GET / HTTP/1.1\r\n\r\n");
        };
    }

    private byte[] httpBytes(int i) {
        return switch (i % 3) {
            case 0 -> text("GET /live/front.flv?key=wrong HTTP/1.1\r\nHost: x\r\n\r\n");
            case 1 -> text("GET /live/front.m3u8?key=" + "k".repeat(NOISE) + " HTTP/1.1\r\nHost: x\r\n\r\n");
            default -> text("GET /live/hls/abc/index.m3u8 HTTP/1.1\r\nHost: x\r\n\r\n".repeat(50));
        };
    }

    private byte[] afterHandshake(byte[] rest) {
        byte[] bytes = new byte[HANDSHAKE + rest.length];
        bytes[0] = 3;
        System.arraycopy(rest, 0, bytes, HANDSHAKE, rest.length);
        return bytes;
    }

    private static byte[] halfMessages() {
        int header = 12;
        int chunk = 128;
        int streams = 60;
        byte[] bytes = new byte[streams * (header + chunk)];
        for (int i = 0; i < streams; i++) {
            int at = i * (header + chunk);
            bytes[at] = (byte) (3 + i);
            bytes[at + 4] = (byte) 0xff;
            bytes[at + 5] = (byte) 0xff;
            bytes[at + 6] = (byte) 0xff;
            bytes[at + 7] = 9;
        }
        return bytes;
    }

    private byte[] noise(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Times between the next frames of the viewer, in nanoseconds. */
    private List<Long> gaps(int count) {
        int from = arrivals.size();
        Await.until(count + " more frames", () -> arrivals.size() > from + count);
        List<Long> gaps = new ArrayList<>();
        for (int i = from + 1; i <= from + count; i++) {
            gaps.add(arrivals.get(i) - arrivals.get(i - 1));
        }
        return gaps;
    }

    private static double p99(List<Long> gaps) {
        List<Long> sorted = new ArrayList<>(gaps);
        Collections.sort(sorted);
        return sorted.get(sorted.size() * 99 / 100) / 1e6;
    }
}
