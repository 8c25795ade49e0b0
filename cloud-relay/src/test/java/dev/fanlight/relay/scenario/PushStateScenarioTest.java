package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.MediaKind;
import dev.fanlight.relay.config.RelayTimeouts;
import dev.fanlight.relay.server.RelayGateways;
import dev.fanlight.relay.testing.CommandRun;
import dev.fanlight.relay.testing.FlvClip;
import dev.fanlight.relay.testing.FlvFfmpeg;
import dev.fanlight.relay.testing.LogRecords;
import dev.fanlight.relay.testing.RtmpRelay;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.settings.SettingsReader;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.FreePort;
import dev.fanlight.testing.StartsProcesses;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the owner learns of pushes, and of gateways whose settings cannot work. */
@StartsProcesses
class PushStateScenarioTest {

    private static final long EPOCH = 7;
    private static final String KEY = "secret-of-the-stream";

    @TempDir
    private Path temp;

    private TestRelay relay;
    private TestRelay target;
    private FlvClip clip;
    private int port;

    @BeforeEach
    void start() throws Exception {
        port = FreePort.next();
        clip = FlvClip.of(Files.readAllBytes(new FlvFfmpeg(temp).clip("-c:v", "libx264", "-bf", "0", "-c:a", "aac")));
        target = relay("target", Map.of("gateways.rtmp.port", "" + port));
        target.invite("copy");
    }

    @AfterEach
    void stop() {
        relay.close();
        target.close();
    }

    @Test
    void theOwnerSeesWhereACameraIsPushedToAndHowThatGoes() {
        String key = RtmpRelay.newKey(target, "copy").getString("key");
        TestAgent agent = pushing(key, Map.of());
        awaitState("waiting");
        publish(agent);
        awaitState("live");
        Await.until("bytes", () -> push().getLong("bytes") > 1_000);
        assertThat(push().getString("target")).isEqualTo("rtmp://127.0.0.1:" + port + "/live");
        assertThat(push().getString("gateway")).isEqualTo("out");
        assertThat(push().encode()).doesNotContain(key);
        assertThat(relay.host().get("/status").expect(200).json().containsKey("gateway_problems"))
                .isFalse();
        assertThat(CommandRun.of(temp.resolve("source"), "camera", "show", "front")
                        .good())
                .contains("Pushed to    rtmp://127.0.0.1:" + port + "/live (out): live since")
                .doesNotContain(key);
    }

    @Test
    void aPauseEndsThePushWithoutAFailureAndItsEncoderToo() {
        String key = RtmpRelay.newKey(target, "copy").getString("key");
        try (LogRecords log = LogRecords.listen()) {
            TestAgent agent = pushing(key, Map.of("gateways.out.video", "160x120@10"));
            publish(agent);
            awaitState("live");
            assertThat(children()).isEqualTo(1);
            relay.host().post("/cameras/front/pause").expect(204);
            awaitState("paused");
            Await.until("the encoder ends", () -> children().equals(0));
            relay.host().post("/cameras/front/resume").expect(204);
            Await.until("it waits", () -> !push().getString("state").equals("paused"));
            clip.announce(agent, EPOCH + 1);
            clip.send(agent, EPOCH + 1, 0, clip.units.size());
            awaitState("live");
            assertThat(log.all().stream().map(LogRecord::getMessage))
                    .noneMatch(line -> line.contains("the target") || line.contains("encoder"));
        }
    }

    @Test
    void aKeyThatTheTargetRefusesIsShownToTheOwner() {
        TestAgent agent = pushing(KEY, Map.of());
        publish(agent);
        Await.until("it is refused", () -> push().getString("problem", "").contains("the target refuses"));
        awaitState("failed");
        assertThat(problems())
                .contains("The push out, front to rtmp://127.0.0.1:" + port)
                .doesNotContain(KEY);
        assertThat(CommandRun.of(temp.resolve("source"), "status").good()).contains("! The push out");
    }

    @Test
    void whatCannotWorkIsReportedAtTheStart() {
        try (LogRecords log = LogRecords.listen()) {
            Map<String, String> settings = new HashMap<>(push("out", "nothere"));
            settings.putAll(push("near", "front"));
            settings.put("gateways.out.networks", "127.0.0.0/8");
            settings.put("gateways.raw.type", "tcp");
            settings.put("gateways.raw.tcp_port", "" + FreePort.next());
            settings.put("gateways.raw.format", "webm");
            settings.put("gateways.raw.publish_key", KEY);
            relay = relay("source", settings);
            Await.until(
                    "the camera is missed",
                    () -> problems()
                            .contains("nothere to rtmp://127.0.0.1:" + port
                                    + "/live, does not work: there is no such camera."));
            assertThat(problems()).contains("is no valid publish key, so nothing can be published");
            awaitLine(log, "The push out, nothere to");
            awaitLine(log, "private network");
            awaitLine(log, "no valid publish key");
            assertThat(log.all().stream().map(LogRecord::getMessage)).noneMatch(line -> line.contains(KEY));
        }
    }

    private Map<String, String> push(String name, String camera) {
        return Map.of(
                "gateways." + name + ".type",
                "push",
                "gateways." + name + ".camera",
                camera,
                "gateways." + name + ".target",
                "rtmp://127.0.0.1:" + port + "/live",
                "gateways." + name + ".key",
                KEY);
    }

    private TestAgent pushing(String key, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(push("out", "front"));
        settings.put("gateways.out.networks", "127.0.0.0/8");
        settings.put("gateways.out.key", key);
        settings.putAll(more);
        relay = relay("source", settings);
        return relay.publishing(relay.invite("front"));
    }

    private void publish(TestAgent agent) {
        clip.announce(agent, EPOCH);
        clip.send(agent, EPOCH, 0, clip.units.size());
        assertThat(clip.of(MediaKind.VIDEO)).isNotEmpty();
    }

    private JsonObject push() {
        return relay.host()
                .get("/cameras/front")
                .expect(200)
                .json()
                .getJsonArray("pushes")
                .getJsonObject(0);
    }

    private String problems() {
        return String.valueOf(relay.host().get("/status").expect(200).json().getValue("gateway_problems"));
    }

    private Object children() {
        return ((Map<?, ?>) relay.server().describe().get("ffmpeg")).get("children");
    }

    private void awaitState(String state) {
        Await.until("the push is " + state, () -> push().getString("state").equals(state));
    }

    private static void awaitLine(LogRecords log, String words) {
        Await.until(
                "the log says: " + words,
                () -> log.all().stream().anyMatch(record -> record.getMessage().contains(words)));
    }

    private TestRelay relay(String folder, Map<String, String> settings) {
        return TestRelay.start(
                temp.resolve(folder),
                RelayTimeouts.STANDARD,
                RelayGateways.KINDS.configured(new SettingsReader(RelayGateways.SCHEMA)
                        .overrides(settings)
                        .read()));
    }
}
