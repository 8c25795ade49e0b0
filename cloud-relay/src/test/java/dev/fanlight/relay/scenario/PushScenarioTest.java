package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.VideoShape;
import dev.fanlight.media.flv.FlvEvent;
import dev.fanlight.protocol.agent.Demand;
import dev.fanlight.relay.config.RelayTimeouts;
import dev.fanlight.relay.server.RelayGateways;
import dev.fanlight.relay.testing.FlvClip;
import dev.fanlight.relay.testing.FlvFfmpeg;
import dev.fanlight.relay.testing.FlvPlayer;
import dev.fanlight.relay.testing.LogRecords;
import dev.fanlight.relay.testing.NginxRtmp;
import dev.fanlight.relay.testing.RtmpRelay;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.settings.SettingsReader;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.FreePort;
import dev.fanlight.testing.StartsProcesses;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a camera’s stream is pushed to, unit by unit the same, and where not. */
@StartsProcesses
class PushScenarioTest {

    private static final long EPOCH = 7;
    private static final String KEY = "secret-of-the-stream";
    private static final long ROUND_MILLIS = 500;
    private static final int MOST_ROUNDS = 100;

    @TempDir
    private Path temp;

    private TestRelay relay;
    private FlvClip clip;
    private Path file;

    @BeforeEach
    void start() throws Exception {
        file = new FlvFfmpeg(temp).clip("-c:v", "libx264", "-bf", "0", "-c:a", "aac");
        clip = FlvClip.of(Files.readAllBytes(file));
    }

    @AfterEach
    void stop() {
        relay.close();
    }

    @Test
    void anotherRelayGetsEveryUnitAsItIs() throws Exception {
        int port = FreePort.next();
        try (TestRelay target =
                relay("target", Map.of("gateways.rtmp.port", "" + port, "gateways.flv.type", "http_flv"))) {
            TestCamera copy = target.invite("copy");
            String key = RtmpRelay.newKey(target, "copy").getString("key");
            TestAgent agent = pushing("rtmp://127.0.0.1:" + port + "/live", key, Map.of());
            clip.announce(agent, EPOCH);
            Await.until("the camera is woken", () -> agent.expect(Demand.class).readers() == 1);
            int first = clip.units.indexOf(clip.of(MediaKind.VIDEO).get(0)) + 1;
            clip.send(agent, EPOCH, 0, first);
            awaitState("live");
            try (FlvPlayer player = FlvPlayer.open(target, "copy", "?key=" + copy.watchKey())) {
                player.expectUnits(MediaKind.VIDEO, 1);
                clip.send(agent, EPOCH, first, clip.units.size());
                for (MediaKind kind : List.of(MediaKind.VIDEO, MediaKind.AUDIO)) {
                    player.expectUnits(kind, clip.of(kind).size());
                    assertThat(player.units(kind).stream().map(AccessUnit::payload))
                            .isEqualTo(clip.of(kind).stream()
                                    .map(AccessUnit::payload)
                                    .toList());
                }
            }
            assertThat(agent.received).noneMatch(message -> message instanceof Demand demand && demand.viewers() > 0);
        }
    }

    @Test
    void nginxGetsAStreamThatFfmpegDecodesFrameByFrame() throws Exception {
        try (NginxRtmp nginx = NginxRtmp.start(temp.resolve("nginx"))) {
            TestAgent agent = pushing(nginx.address(), KEY, Map.of());
            clip.announce(agent, EPOCH);
            clip.send(agent, EPOCH, 0, 1);
            awaitState("live");
            Process player = FlvFfmpeg.hashes(nginx.address() + "/" + KEY, clip);
            // When nginx has the player cannot be seen from outside, so the clip is repeated until the player has
            // enough.
            for (int round = 1; !player.waitFor(ROUND_MILLIS, TimeUnit.MILLISECONDS); round++) {
                assertThat(round).as("rounds of the clip").isLessThan(MOST_ROUNDS);
                clip.announce(agent, EPOCH + round);
                clip.send(agent, EPOCH + round, 0, clip.units.size());
            }
            String played = FlvFfmpeg.output(player);
            assertThat(played.lines().filter(line -> line.startsWith("0")))
                    .hasSize(clip.of(MediaKind.VIDEO).size() - FlvFfmpeg.HELD);
            String source = FlvFfmpeg.output(allHashes());
            assertThat(source.lines().toList())
                    .containsAll(
                            played.lines().filter(line -> line.startsWith("0")).toList());
        }
    }

    @Test
    void aTargetThatGoesAwayIsConnectedToAgain() throws Exception {
        Path folder = temp.resolve("nginx");
        TestAgent agent;
        NginxRtmp nginx = NginxRtmp.start(folder);
        try (nginx) {
            agent = pushing(nginx.address(), KEY, Map.of());
            clip.announce(agent, EPOCH);
            clip.send(agent, EPOCH, 0, 1);
            awaitState("live");
        }
        awaitState("failed");
        try (ServerSocket again = new ServerSocket(nginx.port, 1, InetAddress.getLoopbackAddress())) {
            again.accept().close();
        }
    }

    @Test
    void silenceIsSentWhereThereIsNoSound() throws Exception {
        clip = FlvClip.of(Files.readAllBytes(
                new FlvFfmpeg(Files.createDirectory(temp.resolve("mute"))).clip("-an", "-c:v", "libx264", "-bf", "0")));
        int port = FreePort.next();
        try (TestRelay target =
                relay("target", Map.of("gateways.rtmp.port", "" + port, "gateways.flv.type", "http_flv"))) {
            TestCamera copy = target.invite("copy");
            String key = RtmpRelay.newKey(target, "copy").getString("key");
            TestAgent agent =
                    pushing("rtmp://127.0.0.1:" + port + "/live", key, Map.of("gateways.out.sound", "silence"));
            clip.announce(agent, EPOCH);
            clip.send(agent, EPOCH, 0, 1);
            awaitState("live");
            Process player = new ProcessBuilder(
                            "ffmpeg",
                            "-nostdin",
                            "-v",
                            "error",
                            // Without -xerror: what is published in one burst has times of one millisecond, of which it
                            // would make an error.
                            "-analyzeduration",
                            "500000",
                            "-i",
                            "http://127.0.0.1:" + target.plainPort() + "/live/copy.flv?key=" + copy.watchKey(),
                            "-map",
                            "0:a",
                            "-frames:a",
                            "20",
                            "-f",
                            "framehash",
                            "-")
                    .redirectErrorStream(true)
                    .start();
            Await.until(
                    "it reads",
                    () -> !target.host()
                            .get("/cameras/copy/viewers")
                            .expect(200)
                            .array()
                            .isEmpty());
            clip.send(agent, EPOCH, 1, clip.units.size());
            assertThat(FlvFfmpeg.output(player).lines()).hasSize(20);
        }
    }

    @Test
    void aSmallerVideoIsEncodedWithItsSound() throws Exception {
        int port = FreePort.next();
        try (TestRelay target =
                relay("target", Map.of("gateways.rtmp.port", "" + port, "gateways.flv.type", "http_flv"))) {
            TestCamera copy = target.invite("copy");
            String key = RtmpRelay.newKey(target, "copy").getString("key");
            TestAgent agent =
                    pushing("rtmp://127.0.0.1:" + port + "/live", key, Map.of("gateways.out.video", "160x120@10"));
            clip.announce(agent, EPOCH);
            clip.send(agent, EPOCH, 0, 1);
            awaitState("live");
            // Before the rest is sent: a late joiner gets the frames from the newest key frame on only.
            try (FlvPlayer player = FlvPlayer.open(target, "copy", "?key=" + copy.watchKey())) {
                clip.send(agent, EPOCH, 1, clip.units.size());
                player.expectUnits(MediaKind.VIDEO, 10);
                player.expectUnits(MediaKind.AUDIO, 10);
                assertThat(player.events.stream()
                                .filter(FlvEvent.TrackChange.class::isInstance)
                                .map(event -> ((FlvEvent.TrackChange) event).shape()))
                        .anyMatch(shape ->
                                shape instanceof VideoShape video && video.width() == 160 && video.height() == 120);
                assertThat(player.units(MediaKind.VIDEO)).hasSizeLessThan(25);
            }
        }
    }

    @Test
    void aTargetOnThisComputerIsRefusedUnlessItsNetworkIsListed() throws Exception {
        try (LogRecords log = LogRecords.listen();
                ServerSocket target = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "rtmp://localhost:" + target.getLocalPort() + "/app";
            TestAgent agent = pushing(address, KEY, Map.of("gateways.out.networks", "10.0.0.0/8"));
            clip.announce(agent, EPOCH);
            clip.send(agent, EPOCH, 0, 1);
            awaitLine(log, "private network");
            awaitState("failed");
            assertThat(log.all().stream().map(LogRecord::getMessage)).noneMatch(line -> line.contains(KEY));
        }
    }

    @Test
    void aKeyThatTheTargetRefusesIsTriedAgainAndNeverWrittenDown() throws Exception {
        int port = FreePort.next();
        try (LogRecords log = LogRecords.listen();
                TestRelay target = relay("target", Map.of("gateways.rtmp.port", "" + port))) {
            target.invite("copy");
            TestAgent agent = pushing("rtmp://127.0.0.1:" + port + "/live", KEY, Map.of());
            clip.announce(agent, EPOCH);
            clip.send(agent, EPOCH, 0, 1);
            awaitLine(log, "the target refuses");
            awaitState("failed");
            assertThat(log.all().stream().map(LogRecord::getMessage)).noneMatch(line -> line.contains(KEY));
            assertThat(relay.server().describe().toString()).doesNotContain(KEY);
        }
    }

    @Test
    void tlsIsSpokenOnlyToWhoHasACertificateForTheName() throws Exception {
        int port = FreePort.next();
        try (LogRecords log = LogRecords.listen();
                TestRelay target =
                        relay("target", Map.of("gateways.rtmp.port", "0", "gateways.rtmp.tls_port", "" + port))) {
            target.invite("copy");
            TestAgent agent = pushing("rtmps://localhost:" + port + "/live", KEY, Map.of());
            clip.announce(agent, EPOCH);
            clip.send(agent, EPOCH, 0, 1);
            awaitLine(log, "no valid certificate for localhost");
            awaitState("failed");
        }
    }

    /** The agent of a camera whose stream is pushed. */
    private TestAgent pushing(String target, String key, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "gateways.out.type", "push",
                "gateways.out.camera", "front",
                "gateways.out.target", target,
                "gateways.out.key", key,
                "gateways.out.networks", "127.0.0.0/8, ::1"));
        settings.putAll(more);
        relay = relay("source", settings);
        return relay.publishing(relay.invite("front"));
    }

    private TestRelay relay(String folder, Map<String, String> settings) {
        return TestRelay.start(
                temp.resolve(folder),
                RelayTimeouts.STANDARD,
                RelayGateways.KINDS.configured(new SettingsReader(RelayGateways.SCHEMA)
                        .overrides(settings)
                        .read()));
    }

    private static void awaitLine(LogRecords log, String words) {
        Await.until(
                "the log says: " + words,
                () -> log.all().stream().anyMatch(record -> record.getMessage().contains(words)));
    }

    private void awaitState(String state) {
        Await.until(
                "the push is " + state,
                () -> relay.server().describe().get("gateway-out").toString().contains("state=" + state));
    }

    /** Hashes of all frames of the clip, without the limit on their number. */
    private Process allHashes() throws IOException {
        return new ProcessBuilder(
                        "ffmpeg",
                        "-nostdin",
                        "-v",
                        "error",
                        "-threads",
                        "1",
                        "-i",
                        file.toString(),
                        "-map",
                        "0:v",
                        "-fps_mode",
                        "passthrough",
                        "-f",
                        "framehash",
                        "-hash",
                        "md5",
                        "-")
                .redirectErrorStream(true)
                .start();
    }
}
