package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.testing.MonitoredRelay;
import dev.fanlight.relay.testing.PrometheusServer;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.testing.Await;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A relay that Debian’s Prometheus scrapes, with the samples of {@code deploy/prometheus} and {@code deploy/grafana}. */
@EnabledIf(
        value = "dev.fanlight.relay.testing.PrometheusServer#isInstalled",
        disabledReason = "Metrics are tried with Prometheus where that is installed (apt-get install prometheus).")
class PrometheusScenarioTest {

    private static final Path DASHBOARD = Path.of("../deploy/grafana/fanlight-relay.json");

    @TempDir
    private Path temp;

    @Test
    void theSamplesAreValidAndTheirRulesAlertWhenTheyShould() throws Exception {
        Path none = Path.of("/dev/null");
        Path rules = PrometheusServer.SAMPLES.resolve("alerts.yml");
        assertThat(PrometheusServer.promtool(none, "check", "rules", rules.toString()))
                .contains("SUCCESS");
        assertThat(PrometheusServer.promtool(
                        none,
                        "check",
                        "config",
                        PrometheusServer.SAMPLES.resolve("prometheus.yml").toString()))
                .contains("SUCCESS");
        assertThat(PrometheusServer.promtool(
                        none,
                        "test",
                        "rules",
                        PrometheusServer.SAMPLES.resolve("alerts_test.yml").toString()))
                .contains("SUCCESS");
    }

    @Test
    void prometheusScrapesACameraAndAlertsWhenItIsLost() throws Exception {
        try (MonitoredRelay monitored = MonitoredRelay.start(temp.resolve("state"));
                PrometheusServer prometheus = PrometheusServer.start(temp.resolve("prometheus"), monitored.port())) {
            TestRelay relay = monitored.relay();
            TestCamera camera = relay.invite("front");
            TestAgent agent = relay.publishing(camera);
            agent.announce();
            agent.frame(0, true, 1_000);
            Await.until(
                    "the frame is scraped",
                    () -> prometheus.has("fanlight_frames_received_total{camera=\"front\",job=\"fanlight\"} == 1"));
            Await.until("the camera is up", () -> prometheus.has("fanlight_camera_up{camera=\"front\"} == 1"));
            assertThat(PrometheusServer.promtool(ownMetrics(monitored), "check", "metrics"))
                    .isEmpty();

            agent.kill();
            Await.until(
                    "the alert fires",
                    () -> prometheus.has(
                            "ALERTS{alertname=\"FanlightCameraLost\",alertstate=\"firing\",camera=\"front\"}"));
            everyPanelOfTheDashboardHasValidQueries(prometheus);
        }
    }

    /** Not those of the JVM, whose names are their library’s. */
    private Path ownMetrics(MonitoredRelay monitored) throws IOException {
        return Files.write(
                temp.resolve("metrics.txt"),
                monitored
                        .scrape()
                        .lines()
                        .filter(line -> line.contains("fanlight_"))
                        .toList());
    }

    private static void everyPanelOfTheDashboardHasValidQueries(PrometheusServer prometheus) throws Exception {
        JsonArray panels = new JsonObject(Files.readString(DASHBOARD)).getJsonArray("panels");
        assertThat(panels).isNotEmpty();
        objects(panels)
                .flatMap(panel -> objects(panel.getJsonArray("targets")))
                .map(target -> target.getString("expr")
                        .replace("$__rate_interval", "1m")
                        .replace("$instance", ".*")
                        .replace("$camera", ".*"))
                .forEach(prometheus::query);
    }

    private static Stream<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast);
    }
}
