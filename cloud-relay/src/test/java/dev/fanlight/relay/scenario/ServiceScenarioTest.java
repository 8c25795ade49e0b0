package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.protocol.chat.ChatReady;
import dev.fanlight.relay.testing.RelayProcess;
import dev.fanlight.relay.testing.TestApi;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.NotifyReceiver;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The relay as a service: what it says to systemd, and settings that it reads again. */
class ServiceScenarioTest {

    @TempDir
    private Path temp;

    private final Vertx vertx = Vertx.vertx();
    private final WebSocketClient client = vertx.createWebSocketClient(new WebSocketClientOptions());

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void systemdLearnsThatItRunsIsAliveReloadsAndStops() throws IOException, InterruptedException {
        Path settings = Files.writeString(temp.resolve("relay.yaml"), "chat:\n  keep: 24h\n");
        try (NotifyReceiver systemd = NotifyReceiver.open(temp);
                RelayProcess relay = RelayProcess.starting(
                        temp,
                        settings,
                        Map.of("NOTIFY_SOCKET", systemd.socket().toString(), "WATCHDOG_USEC", "900000"))) {
            systemd.await("READY=1");
            systemd.await("WATCHDOG=1");
            systemd.await("STATUS=0 cameras online, 0 viewers");
            assertThat(relay.output()).contains("Ready on port");
            TestViewer viewer = watching(relay, link(relay.host()));
            systemd.await("STATUS=0 cameras online, 1 viewer");
            hangUp(relay);
            systemd.await("RELOADING=1 MONOTONIC_USEC=");
            Await.until(
                    "ready again",
                    () -> systemd.received().stream().filter("READY=1"::equals).count() == 2);
            relay.process().destroy();
            assertThat(relay.process().waitFor(5, TimeUnit.SECONDS)).isTrue();
            systemd.await("STOPPING=1");
            viewer.assertClosed(1012, "restarting");
        }
    }

    @Test
    void settingsThatFollowTheFileAreInForceAtOnceAndTheLogNamesThoseThatNeedARestart() throws IOException {
        Path settings = Files.writeString(temp.resolve("relay.yaml"), "limits:\n  viewers: 5\n");
        try (RelayProcess relay =
                RelayProcess.starting(temp, settings, Map.of()).awaitReady()) {
            String link = link(relay.host());
            TestViewer first = watching(relay, link);
            Files.writeString(settings, "limits:\n  viewers: 1\nserver:\n  loops: 1\n");
            hangUp(relay);
            awaitLog(relay, "The settings were reloaded. In force now: limits.viewers");
            awaitLog(relay, "These settings have changed and need a restart: server.loops");
            TestViewer refused = viewer(relay);
            refused.watch("front", link);
            refused.assertClosed(1013, "busy");
            Files.writeString(settings, "limits:\n  viewer: 9\n");
            hangUp(relay);
            awaitLog(relay, "not reloaded, and those in force stay: " + settings + " line 2: \"limits.viewer\"");
            Files.writeString(settings, "limits:\n  viewers: 2\nserver:\n  loops: 0\n");
            hangUp(relay);
            Await.until("a third reload", () -> relay.output().split("were reloaded", -1).length == 3);
            watching(relay, link);
            assertThat(first.isClosed()).isFalse();
        }
    }

    @Test
    void theLogForProgramsIsOneObjectALineAndHoldsNoAddressThatSetsTheOwnersPassword() throws IOException {
        Path settings = Files.writeString(temp.resolve("relay.yaml"), "chat:\n  keep: 24h\n");
        try (RelayProcess relay = RelayProcess.logging(temp, settings, "json").awaitReady()) {
            Files.writeString(settings, "chat:\n  keep: 12h\n");
            hangUp(relay);
            awaitLog(relay, "The settings were reloaded");
            assertThat(relay.output().lines().map(JsonObject::new))
                    .allSatisfy(line ->
                            assertThat(line.fieldNames()).containsExactly("time", "level", "logger", "message"));
            assertThat(relay.output()).doesNotContain("/admin#");
        }
    }

    private static void awaitLog(RelayProcess relay, String text) {
        Await.until(text, () -> relay.output().contains(text));
    }

    private static void hangUp(RelayProcess relay) throws IOException {
        new ProcessBuilder("kill", "-HUP", Long.toString(relay.process().pid())).start();
    }

    private static String link(TestApi host) {
        host.post("/cameras", new JsonObject().put("camera", "front")).expect(201);
        return host.post("/cameras/front/links", new JsonObject().put("can", "chat"))
                .expect(201)
                .json()
                .getJsonArray("urls")
                .getString(0)
                .replaceAll(".*#", "");
    }

    private TestViewer viewer(RelayProcess relay) {
        return TestViewer.connect(client, relay.plainPort(), relay.origin());
    }

    private TestViewer watching(RelayProcess relay, String link) {
        TestViewer viewer = viewer(relay);
        viewer.watch("front", link);
        viewer.expect(ChatReady.class);
        return viewer;
    }
}
