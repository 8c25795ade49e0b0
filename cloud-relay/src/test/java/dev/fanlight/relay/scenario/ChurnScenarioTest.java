package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.protocol.SocketPath;
import dev.fanlight.protocol.chat.ChatReady;
import dev.fanlight.relay.testing.Memory;
import dev.fanlight.relay.testing.RawSocket;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.relay.testing.WithRelay;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.Soak;
import dev.fanlight.testing.TestScale;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever comes, leaves nothing behind. */
@Soak
class ChurnScenarioTest {

    private static final int THREADS = 4;
    private static final int PER_SECOND = 200;
    private static final int JOINS = TestScale.of(200, 2_000);

    /** In the soak test more than the relay remembers, so that it forgets one for each that comes ({@code People.MAX_PEOPLE}). */
    private static final int WARM_UP = TestScale.of(400, 5_200);

    private static final int WARM_UP_PER_SECOND = 2_000;
    private static final double TOLERANCE = 1.05;
    private static final int SOCKETS = TestScale.of(60, 300);
    private static final long JSON_GROWTH = 1024 * 1024;

    @WithRelay
    private TestRelay relay;

    private TestCamera camera;
    private TestAgent agent;

    @BeforeEach
    void start() {
        camera = relay.invite("front");
        agent = relay.publishing(camera);
    }

    @Test
    void viewersWhoComeAndGoLeaveNothingBehind() throws InterruptedException, ExecutionException {
        comeAndGo(WARM_UP, WARM_UP_PER_SECOND);
        awaitNoViewer();
        long heap = Memory.heapAfterCollection();
        int descriptors = Memory.descriptors();
        long start = System.nanoTime();
        comeAndGo(JOINS, PER_SECOND);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        awaitNoViewer();
        Await.until("files are closed", () -> Memory.descriptors() <= descriptors * TOLERANCE);
        Await.until("memory is given back", () -> Memory.heapAfterCollection() < heap * TOLERANCE);
        System.out.println(JOINS + " viewers came and went in " + took.toMillis() + " ms; files " + descriptors + " -> "
                + Memory.descriptors() + ", heap " + Memory.mebibytes(heap) + " -> "
                + Memory.mebibytes(Memory.heapAfterCollection()));
    }

    @Test
    void messagesThatAreTooDeepOrTooLargeAreRefusedAndForgotten() throws IOException {
        refuse(SOCKETS);
        long before = Memory.heapAfterCollection();
        refuse(SOCKETS);
        Await.until("all are gone", () -> relay.server().openSockets() == 1);
        long growth = Memory.heapAfterCollection() - before;
        System.out.println(3 * SOCKETS + " giant messages left " + growth / 1024 + " KiB behind");
        assertThat(growth).isLessThan(JSON_GROWTH);
    }

    private void refuse(int times) throws IOException {
        for (int i = 0; i < times; i++) {
            assertRefused("{\"type\":\"watch\",\"x\":" + "[".repeat(8_000), 1002);
            assertRefused("{\"type\":\"watch\",\"x\":" + "{\"a\":".repeat(17) + "1" + "}".repeat(18), 1002);
            assertRefused("{\"type\":\"watch\",\"key\":\"" + "k".repeat(60_000) + "\"}", 1009);
        }
    }

    private void assertRefused(String message, int code) throws IOException {
        String host = "127.0.0.1:" + relay.plainPort();
        try (RawSocket socket = new RawSocket(
                new Socket(InetAddress.getLoopbackAddress(), relay.plainPort()),
                host,
                SocketPath.VIEW_PATH,
                "Origin: http://" + host + "\r\n")) {
            socket.sendText(message);
            assertThat(socket.settle()).hasValue(code);
        }
    }

    private void comeAndGo(int times, int perSecond) throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<?>> visits = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            visits.add(threads.submit(this::visit));
            LockSupport.parkNanos(start + i * (1_000_000_000L / perSecond) - System.nanoTime());
        }
        for (Future<?> visit : visits) {
            visit.get();
        }
        threads.shutdown();
    }

    private void visit() {
        TestViewer viewer = relay.viewer();
        viewer.watch(camera.name(), camera.watchKey());
        viewer.expect(ChatReady.class);
        viewer.kill();
    }

    private void awaitNoViewer() {
        Await.until("only the agent is left", () -> relay.server().openSockets() == 1);
        agent.received.clear();
    }
}
