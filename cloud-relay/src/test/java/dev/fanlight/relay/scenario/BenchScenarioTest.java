package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.config.LimitConfig;
import dev.fanlight.relay.testing.CommandRun;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code bench} for real: child process, camera and viewers. Looks at what it says, never at how fast anything was. */
class BenchScenarioTest {

    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

    private static final LimitConfig FEW_SOCKETS = LimitConfig.STANDARD
            .withViewers(1_000)
            .withCameras(20)
            .withSocketsPerAddress(3)
            .withConnectionsPerAddress(10_000)
            .withConnectsPerMinute(1_000_000)
            .withTriesPerMinute(100_000);
    private static final LimitConfig FEW_TRIES = LimitConfig.STANDARD
            .withViewers(1_000)
            .withCameras(20)
            .withSocketsPerAddress(10_000)
            .withConnectionsPerAddress(10_000)
            .withConnectsPerMinute(1_000_000);

    private static final String PREFIX =
            "fanlight-bench-" + ProcessHandle.current().pid() + "-";

    @TempDir
    private Path temp;

    // The database server that other tests of this JVM share is its child too, until the JVM ends.
    private final Set<Long> childrenBefore = children();

    @AfterEach
    void nothingIsLeft() throws IOException {
        assertThat(folders()).isEmpty();
        assertThat(children()).isSubsetOf(childrenBefore);
    }

    private static Set<Long> children() {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
    }

    @Test
    void viewersOfATemporaryRelayReceiveEveryUnit() {
        List<JsonObject> lines = run(
                "bench",
                "--viewers",
                "5,20",
                "--seconds",
                "2",
                "--warm-up",
                "1",
                "--fps",
                "10",
                "--bitrate",
                "200k",
                "--json");
        assertThat(lines).extracting(line -> line.getString("event")).containsExactly("begin", "step", "step", "end");
        assertThat(lines.get(0).getString("transport")).isEqualTo("TLS");
        for (JsonObject step : lines.subList(1, 3)) {
            assertNothingLost(step);
            assertThat(step.getInteger("damaged")).as(step.encode()).isZero();
            assertThat(step.getInteger("disconnected")).as(step.encode()).isZero();
            assertThat(step.getInteger("frames")).isPositive();
            assertThat(step.getDouble("cpu_s_per_gb")).isPositive();
            assertThat(step.getDouble("rss_mb")).isPositive();
            assertThat(step.getDouble("rss_kb_per_viewer")).isPositive();
        }
        assertThat(lines.get(2).getInteger("viewers")).isEqualTo(20);
        assertThat(lines.get(2).getInteger("joined")).isEqualTo(15);
    }

    @Test
    void withoutViewersItPublishesAndPrintsTheWatchLink() {
        List<JsonObject> lines = run("bench", "--viewers", "0", "--seconds", "1", "--json");
        JsonObject ready = lines.get(0);
        assertThat(ready.fieldNames()).containsExactly("event", "pid", "plain_port", "tls_port", "camera", "key");
        assertThat(ready.getString("key")).matches("[a-z2-7]{26}");
        assertThat(lines.get(1).getInteger("frames")).isPositive();
    }

    @Test
    void existingRelayIsMeasuredByALink() {
        try (TestRelay relay = TestRelay.start(temp.resolve("state"))) {
            TestRelay.TestCamera camera = relay.invite("front");
            TestAgent agent = relay.publishing(camera);
            agent.announce();
            long timer = relay.vertx().setPeriodic(30, new Frames(agent)::send);
            String link = "https://localhost:" + relay.server().port() + "/w/front#" + camera.watchKey();
            Path authority = temp.resolve("state").resolve("ca.crt");
            List<JsonObject> lines = run(
                    "bench",
                    link,
                    "--viewers",
                    "5",
                    "--seconds",
                    "2",
                    "--warm-up",
                    "0",
                    "--json",
                    "--ca",
                    authority.toString());
            relay.vertx().cancelTimer(timer);
            JsonObject step = lines.get(1);
            assertThat(step.getInteger("viewers")).isEqualTo(5);
            assertNothingLost(step);
            assertThat(step.getInteger("damaged")).isZero();
            assertThat(step.containsKey("cpu")).isFalse();
            assertThat(lines.toString()).doesNotContain(camera.watchKey());
        }
    }

    @Test
    void impossibleMeasurementIsReportedInOneSentence() throws IOException {
        try (TestRelay relay = TestRelay.start(temp.resolve("state"))) {
            relay.invite("front");
            String host = "https://localhost:" + relay.server().port();
            String wrong = host + "/w/front#aaaaaaaaaaaaaaaaaaaaaaaaaa";
            assertThat(CommandRun.of("bench", wrong, "--insecure", "--viewers", "1")
                            .bad(4))
                    .contains("no such link");
            assertThat(CommandRun.of("bench", wrong, "--viewers", "1").bad(4)).contains("not trusted");
            assertThat(CommandRun.of("bench", wrong.replace("https", "http"), "--viewers", "1")
                            .bad(5))
                    .contains("https: instead of http:");
            String plain = "https://localhost:" + relay.plainPort() + "/w/front#abc";
            assertThat(CommandRun.of("bench", plain, "--insecure", "--viewers", "1")
                            .bad(5))
                    .contains("http: instead of https:");
        }
        assertThat(CommandRun.of("bench", "https://localhost:1/w/front#abc", "--viewers", "1")
                        .bad(5))
                .contains("lets no viewer in");
        assertThat(CommandRun.of("bench", "nonsense").bad(2)).contains("a watch link");
        assertThat(CommandRun.of("bench", "https://localhost:1/w/front#abc", "--plain")
                        .bad(2))
                .contains("--plain");
        assertThat(CommandRun.of("bench", "--insecure").bad(2)).contains("--insecure");
        assertThat(CommandRun.of("bench", "http://localhost:1/w/front#abc", "--insecure")
                        .bad(2))
                .contains("http: link");
        assertThat(CommandRun.of("bench", "--viewers", "many").bad(2)).contains("many");
        assertThat(CommandRun.of("bench", "--viewers", "1", "--set", "http.prot=1")
                        .bad(3))
                .contains("did not start", "http.port");
        assertThat(CommandRun.of("bench", "--viewers", "1", "--seconds", "0").bad(2))
                .contains("whole seconds, 1 to 86400");
        assertThat(CommandRun.of("bench", "--viewers", "1", "--bitrate", "20M").bad(2))
                .contains("at most 18M");
        assertThat(CommandRun.of("bench", "http://localhost:99999/w/front#abc", "--viewers", "1")
                        .bad(2))
                .contains("a watch link");
        assertThat(CommandRun.of("bench", "--viewers", "1", "--pin", "9999").bad(2))
                .contains("no CPU 9999");
    }

    @Test
    void mistypedLinkIsTriedOnceSoThatTheAddressIsNotBlocked() throws IOException {
        try (TestRelay relay = TestRelay.start(temp.resolve("state"), 2, FEW_TRIES)) {
            relay.invite("front");
            String wrong = "http://localhost:" + relay.plainPort() + "/w/front#aaaaaaaaaaaaaaaaaaaaaaaaaa";
            for (int i = 0; i < 2; i++) {
                assertThat(CommandRun.of("bench", wrong, "--viewers", "200").bad(4))
                        .contains("no such link");
            }
        }
    }

    @Test
    void relayThatLetsTooFewInIsNotCalledTooSlow() {
        try (TestRelay relay = TestRelay.start(temp.resolve("state"), 2, FEW_SOCKETS)) {
            TestRelay.TestCamera camera = relay.invite("front");
            TestAgent agent = relay.publishing(camera);
            agent.announce();
            long timer = relay.vertx().setPeriodic(30, new Frames(agent)::send);
            String link = "http://localhost:" + relay.plainPort() + "/w/front#" + camera.watchKey();
            assertThat(CommandRun.of("bench", link, "--viewers", "5").bad(1))
                    .contains("Nothing was measured", "limits.sockets_per_address")
                    .doesNotContain("hold");
            relay.vertx().cancelTimer(timer);
        }
    }

    /** A relay on a machine that stalls for most of a second drops units, as it should. */
    private static void assertNothingLost(JsonObject step) {
        if (step.getDouble("max_ms") < 700 && step.getInteger("behind") == 0) {
            assertThat(step.getInteger("lost")).as(step.encode()).isZero();
        }
    }

    /** Sends the next frame, every tenth a key frame; event loop only. */
    private static final class Frames {

        private final TestAgent agent;
        private long next;

        Frames(TestAgent agent) {
            this.agent = agent;
        }

        void send(long timer) {
            agent.frame(next, next % 10 == 0, 500);
            next++;
        }
    }

    private static List<JsonObject> run(String... arguments) {
        return CommandRun.of(arguments).good().lines().map(JsonObject::new).toList();
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(TEMPORARY)) {
            return all.filter(path -> path.getFileName().toString().startsWith(PREFIX))
                    .toList();
        }
    }
}
