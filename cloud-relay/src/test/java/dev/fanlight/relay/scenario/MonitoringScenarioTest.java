package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.monitoring.Metric;
import dev.fanlight.relay.testing.MonitoredRelay;
import dev.fanlight.relay.testing.RawHttp;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.testing.Await;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The port for monitoring systems of a relay with an agent and a viewer. */
class MonitoringScenarioTest {

    private static final Pattern LABEL = Pattern.compile("[{,]([a-z_]+)=\"");

    @TempDir
    private Path state;

    @Test
    void metricsFollowACameraAndItsViewers() throws IOException, InterruptedException {
        try (MonitoredRelay monitored = MonitoredRelay.start(state)) {
            TestRelay relay = monitored.relay();
            TestCamera camera = relay.invite("front");
            assertThat(monitored.scrape().lines())
                    .contains(
                            "fanlight_camera_up{camera=\"front\"} 0.0",
                            "fanlight_cameras{state=\"offline\"} 1.0",
                            "fanlight_store_up 1.0");

            TestAgent agent = relay.publishing(camera);
            agent.announce();
            TestViewer viewer = relay.watching(camera);
            agent.frame(0, true, 1_000);
            viewer.expectFrames(1);
            Await.until("the frame is counted", () -> monitored.says("fanlight_access_units_sent_total 1.0"));

            String text = monitored.scrape();
            assertThat(text.lines())
                    .contains(
                            "fanlight_camera_up{camera=\"front\"} 1.0",
                            "fanlight_viewers{camera=\"front\"} 1.0",
                            "fanlight_readers{camera=\"front\",kind=\"websocket\"} 1.0",
                            "fanlight_frames_received_total{camera=\"front\"} 1.0",
                            "fanlight_camera_uplink{camera=\"front\",quality=\"fine\"} 1.0",
                            "fanlight_agent_reconnects_total{camera=\"front\"} 0.0",
                            "fanlight_viewer_admissions_total{result=\"admitted\"} 1.0");
            assertThat(text).contains("jvm_memory_used_bytes{", "process_start_time_seconds");
            for (Metric metric : Metric.values()) {
                assertThat(text).contains("# HELP " + metric.title() + " " + metric.help() + "\n");
            }
            assertThat(labels(text)).isSubsetOf(labelsOfMetrics());
            assertThat(text).doesNotContain(camera.watchKey(), state.toString());
        }
    }

    @Test
    void healthReadinessAndTheStateOfEachComponentAreServedHereAndNotToThePublic() throws Exception {
        try (MonitoredRelay monitored = MonitoredRelay.start(state)) {
            assertThat(monitored.get("/healthz").body()).contains("\"status\":\"up\"");
            assertThat(monitored.get("/readyz").body()).isEqualTo("{\"status\":\"ready\"}\n");
            HttpResponse<String> tree = monitored.get("/debug/state");
            assertThat(new JsonObject(tree.body()).getMap())
                    .containsKeys("store", "streams", "listener-tls", "listener-monitoring");
            assertThat(monitored.get("/api/v1/status").statusCode()).isEqualTo(404);

            TestRelay relay = monitored.relay();
            for (String path : new String[] {"/metrics", "/debug/state"}) {
                assertThat(head(relay.plainPort(), path, "localhost")).startsWith("HTTP/1.1 404");
            }
        }
    }

    @Test
    void pagesOfOtherSitesDoNotReachAPortThatIsForThisComputerOnly() throws Exception {
        try (MonitoredRelay monitored = MonitoredRelay.start(state)) {
            assertThat(head(monitored.port(), "/metrics", "attacker.example.org"))
                    .startsWith("HTTP/1.1 421");
            assertThat(head(monitored.port(), "/metrics", "localhost:" + monitored.port()))
                    .startsWith("HTTP/1.1 200");
        }
    }

    private static String head(int port, String path, String host) throws IOException {
        try (RawHttp client = new RawHttp(new Socket(InetAddress.getLoopbackAddress(), port))) {
            client.send("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
            return client.head();
        }
    }

    /** Of the relay’s own metrics. */
    private static Set<String> labels(String text) {
        return text.lines()
                .filter(line -> line.startsWith("fanlight_"))
                .flatMap(line -> LABEL.matcher(line).results())
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> labelsOfMetrics() {
        return Stream.concat(Stream.of("le"), Stream.of(Metric.values()).flatMap(metric -> metric.labels().stream()))
                .collect(Collectors.toSet());
    }
}
