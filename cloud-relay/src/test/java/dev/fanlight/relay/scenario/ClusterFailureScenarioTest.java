package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.protocol.Message;
import dev.fanlight.protocol.chat.Chat;
import dev.fanlight.protocol.chat.ChatAccepted;
import dev.fanlight.protocol.chat.ChatRefused;
import dev.fanlight.protocol.chat.Refusal;
import dev.fanlight.relay.testing.ClusterOfProcesses;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.Soak;
import dev.fanlight.testing.TestScale;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three relays as processes, of which one is killed or frozen, or all lose Redis or PostgreSQL. Prints how long it takes until there is a
 * picture again, and checks that a camera has one relay and that no line of the chat is lost that was acknowledged.
 */
class ClusterFailureScenarioTest {

    private static final int RUNS = TestScale.of(1, 20);
    private static final int FRAME_MILLIS = 40;
    private static final int KEY_EVERY = 10;

    @TempDir
    private Path folder;

    /** Sends a frame every 40 ms over whichever socket the agent has now. */
    private static final class Camera implements AutoCloseable {

        private final AtomicReference<TestAgent> agent = new AtomicReference<>();
        private final Thread thread = new Thread(this::send, "camera");
        private volatile boolean ended;

        /** Goes on with another connection; returns the one before. */
        TestAgent connected(TestAgent next) {
            TestAgent before = agent.getAndSet(next);
            if (!thread.isAlive()) {
                thread.setDaemon(true);
                thread.start();
            }
            return before;
        }

        private void send() {
            TestAgent now = agent.get();
            long sequence = 0;
            while (!ended) {
                TestAgent next = agent.get();
                sequence = next == now ? sequence : 0;
                now = next;
                if (!now.isClosed()) {
                    now.frame(sequence, sequence % KEY_EVERY == 0, 1_000);
                    sequence++;
                }
                pause(FRAME_MILLIS);
            }
        }

        @Override
        public void close() {
            ended = true;
        }
    }

    // Four starts of a relay are too many for every run of the tests: each takes more than 30 s where cores are few and
    // busy.
    @Test
    @Soak
    @EnabledIfSystemProperty(named = "fanlight.soak", matches = "true")
    void viewersOfTheOthersSeeThePictureAgainAndNoLineIsLostAfterOneIsKilledOrFrozenOrAServerIsStartedAgain()
            throws Exception {
        List<Long> killed = new ArrayList<>();
        List<Long> frozen = new ArrayList<>();
        List<Long> restarted = new ArrayList<>();
        List<Long> stored = new ArrayList<>();
        List<String> said = new ArrayList<>();
        try (ClusterOfProcesses cluster = ClusterOfProcesses.start(folder, 3);
                Camera camera = new Camera()) {
            camera.connected(cluster.publishing(0));
            TestViewer viewer = cluster.watching(2);
            viewer.expectFrames(1);
            for (int i = 0; i < RUNS; i++) {
                said.add(say(viewer, "killed-" + i));
                killed.add(killOrigin(cluster, camera, viewer, 0));
                said.add(say(viewer, "frozen-" + i));
                frozen.add(freezeOrigin(cluster, camera, viewer, 1));
                freezeEdge(cluster, viewer, 1);
                said.add(say(viewer, "redis-" + i));
                restarted.add(restartRedis(cluster, viewer));
                said.add(say(viewer, "postgres-" + i));
                stored.add(restartPostgres(cluster, viewer));
            }
            System.out.println("a relay was killed, first picture after ms: " + summary(killed));
            System.out.println("a relay was frozen, first picture after ms: " + summary(frozen));
            System.out.println("Redis was started again, longest time without a picture ms: " + summary(restarted));
            System.out.println(
                    "PostgreSQL was started again, first picture of a new viewer after ms: " + summary(stored));
            assertThat(viewer.corrupted()).isZero();
            for (int relay = 0; relay < 3; relay++) {
                assertThat(history(cluster.watching(relay))).isEqualTo(said);
                assertThat(cluster.relay(relay).output()).doesNotContain("does not understand");
            }
        }
    }

    /** Writes a line, again and again while it is refused because it cannot be stored; it is acknowledged. */
    private static String say(TestViewer viewer, String text) {
        String clientId = "line-" + text;
        Message answer = answer(viewer, clientId, text);
        while (answer instanceof ChatRefused refused && refused.reason() == Refusal.UNAVAILABLE) {
            answer = answer(viewer, clientId, text);
        }
        assertThat(answer).isInstanceOf(ChatAccepted.class);
        return text;
    }

    private static Message answer(TestViewer viewer, String clientId, String text) {
        long before = answers(viewer, clientId).size();
        viewer.say(clientId, text);
        Await.until(
                "the line is answered",
                () -> viewer.isClosed() || answers(viewer, clientId).size() > before);
        assertThat(viewer.isClosed()).as("the viewer is connected").isFalse();
        List<Message> answers = answers(viewer, clientId);
        return answers.get(answers.size() - 1);
    }

    private static List<Message> answers(TestViewer viewer, String clientId) {
        return viewer.received.stream()
                .filter(message -> isAnswer(message, clientId))
                .toList();
    }

    private static boolean isAnswer(Message message, String clientId) {
        if (message instanceof ChatAccepted accepted) {
            return accepted.clientId().equals(clientId);
        }
        return message instanceof ChatRefused refused && refused.clientId().equals(clientId);
    }

    /** All lines of the chat, as a viewer who comes now is sent them. */
    private static List<String> history(TestViewer viewer) {
        Await.until("the chat is ready", () -> viewer.order.contains("chat_ready"));
        return viewer.lines.stream().map(Chat::text).toList();
    }

    /** The camera goes to the other one of relay 0 and 1. */
    private static long killOrigin(ClusterOfProcesses cluster, Camera camera, TestViewer viewer, int origin)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        cluster.relay(origin).kill();
        int seen = viewer.frames.size();
        camera.connected(cluster.publishing(1 - origin));
        viewer.expectFrames(seen + KEY_EVERY);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) - (long) KEY_EVERY * FRAME_MILLIS;
        cluster.startAgain(origin);
        return Math.max(0, millis);
    }

    /** The relay that has the camera stands still, and the camera goes to the other one; when the first goes on, it gives the camera up. */
    private static long freezeOrigin(ClusterOfProcesses cluster, Camera camera, TestViewer viewer, int origin)
            throws IOException {
        signal(cluster, origin, "-STOP");
        long start = System.nanoTime();
        int seen = viewer.frames.size();
        TestAgent before = camera.connected(cluster.publishing(1 - origin));
        viewer.expectFrames(seen + KEY_EVERY);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) - (long) KEY_EVERY * FRAME_MILLIS;
        signal(cluster, origin, "-CONT");
        Await.until("the older connection of the camera is closed", before::isClosed);
        return Math.max(0, millis);
    }

    /** A relay with a viewer does not run for a while; the viewer of another one misses nothing. */
    private static void freezeEdge(ClusterOfProcesses cluster, TestViewer viewer, int edge) throws IOException {
        TestViewer frozen = cluster.watching(edge);
        frozen.expectFrames(1);
        signal(cluster, edge, "-STOP");
        int seen = viewer.frames.size();
        viewer.expectFrames(seen + 3 * KEY_EVERY);
        signal(cluster, edge, "-CONT");
        int before = frozen.frames.size();
        frozen.expectFrames(before + KEY_EVERY);
        frozen.kill();
    }

    /** Streams go on while Redis is away, and a relay finds a stream again after it. */
    private static long restartRedis(ClusterOfProcesses cluster, TestViewer viewer) {
        cluster.redis().kill();
        long longest = 0;
        int seen = viewer.frames.size();
        for (int i = 0; i < 2 * KEY_EVERY; i++) {
            long start = System.nanoTime();
            seen++;
            viewer.expectFrames(seen);
            longest = Math.max(longest, System.nanoTime() - start);
        }
        cluster.redis().startAgain();
        return TimeUnit.NANOSECONDS.toMillis(longest);
    }

    /** Streams go on while PostgreSQL is away, and viewers are let in after it. */
    private static long restartPostgres(ClusterOfProcesses cluster, TestViewer viewer) throws IOException {
        cluster.postgres().restart();
        long start = System.nanoTime();
        TestViewer late = cluster.watching(1);
        late.expectFrames(1);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        late.kill();
        int seen = viewer.frames.size();
        viewer.expectFrames(seen + KEY_EVERY);
        return millis;
    }

    private static void signal(ClusterOfProcesses cluster, int relay, String signal) throws IOException {
        Process kill = new ProcessBuilder(
                        "kill",
                        signal,
                        String.valueOf(cluster.relay(relay).process().pid()))
                .start();
        Await.until("the signal is sent", () -> !kill.isAlive());
    }

    private static String summary(List<Long> values) {
        List<Long> sorted = values.stream().sorted().toList();
        return "p50 " + sorted.get(sorted.size() / 2) + ", p95 " + sorted.get(sorted.size() * 95 / 100) + ", of "
                + sorted.size();
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(Duration.ofMillis(millis).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
