package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fanlight.media.MediaKind;
import dev.fanlight.relay.config.RelayTimeouts;
import dev.fanlight.relay.server.RelayGateways;
import dev.fanlight.relay.testing.FlvClip;
import dev.fanlight.relay.testing.FlvFfmpeg;
import dev.fanlight.relay.testing.NodeMediaServer;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.settings.SettingsReader;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.FreePort;
import dev.fanlight.testing.StartsProcesses;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** node-media-server as the target of a push, and as a player by RTMP: what it passes on is what the camera sent. */
@StartsProcesses
class NodeMediaServerScenarioTest {

    private static final long EPOCH = 7;
    private static final long ROUND_MILLIS = 500;
    private static final int MOST_ROUNDS = 100;

    @TempDir
    private Path temp;

    private FlvClip clip;
    private List<String> source;

    @BeforeEach
    void makeClip() throws Exception {
        assumeTrue(NodeMediaServer.isInstalled(), "node-media-server is not installed");
        Path file = new FlvFfmpeg(temp).clip("-c:v", "libx264", "-bf", "0", "-c:a", "aac");
        clip = FlvClip.of(Files.readAllBytes(file));
        source = frames(FlvFfmpeg.output(new ProcessBuilder(List.of(
                        "ffmpeg -nostdin -v error -threads 1 -i FILE -map 0:v -fps_mode passthrough -f framehash -hash md5 -"
                                .replace("FILE", file.toString())
                                .split(" ")))
                .redirectErrorStream(true)
                .start()));
    }

    @Test
    void whatIsPushedToItIsDecodedFrameByFrame() throws Exception {
        try (NodeMediaServer server = NodeMediaServer.start(temp.resolve("server"));
                TestRelay relay = relay(Map.of(
                        "gateways.out.type", "push",
                        "gateways.out.camera", "front",
                        "gateways.out.target", server.address(),
                        "gateways.out.key", "yard",
                        "gateways.out.networks", "127.0.0.0/8"))) {
            TestAgent agent = relay.publishing(relay.invite("front"));
            clip.announce(agent, EPOCH);
            clip.send(agent, EPOCH, 0, 1);
            Await.until(
                    "it takes the stream",
                    () -> String.valueOf(relay.server().describe().get("gateway-out"))
                            .contains("state=live"));
            assertPlayed(server.flv("yard"), agent);
        }
    }

    @Test
    void whatItPullsByRtmpIsDecodedFrameByFrame() throws Exception {
        int port = FreePort.next();
        try (TestRelay relay = relay(Map.of("gateways.rtmp.port", "" + port))) {
            TestCamera camera = relay.invite("front");
            TestAgent agent = relay.publishing(camera);
            clip.announce(agent, EPOCH);
            clip.send(agent, EPOCH, 0, 1);
            // Its client sends what is in the path only.
            String address = "rtmp://127.0.0.1:" + port + "/live/front%3Fkey=" + camera.watchKey();
            try (NodeMediaServer server = NodeMediaServer.pulling(temp.resolve("server"), address)) {
                Await.until(
                        "it plays",
                        () -> !relay.host().get("/cameras/front/viewers").expect(200).array().isEmpty());
                assertPlayed(server.flv("pulled"), agent);
            }
        }
    }

    /** When the server has the player cannot be seen from outside, so the clip is repeated until the player has enough. */
    private void assertPlayed(String address, TestAgent agent) throws Exception {
        int wanted = clip.of(MediaKind.VIDEO).size() - FlvFfmpeg.HELD;
        String arguments = "ffmpeg -nostdin -v error -threads 1 -analyzeduration 500000 -i " + address
                + " -map 0:v -fps_mode passthrough -frames:v " + wanted + " -f framehash -hash md5 -";
        Process player = new ProcessBuilder(arguments.split(" ")).redirectErrorStream(true).start();
        for (int round = 1; !player.waitFor(ROUND_MILLIS, TimeUnit.MILLISECONDS); round++) {
            assertThat(round).as("rounds of the clip").isLessThan(MOST_ROUNDS);
            clip.announce(agent, EPOCH + round);
            clip.send(agent, EPOCH + round, 0, clip.units.size());
        }
        List<String> played = frames(FlvFfmpeg.output(player));
        assertThat(played).hasSize(wanted);
        assertThat(source).containsAll(played);
    }

    /** The hash of each frame. */
    private static List<String> frames(String output) {
        return output.lines()
                .filter(line -> line.startsWith("0"))
                .map(line -> line.substring(line.lastIndexOf(',') + 1).strip())
                .toList();
    }

    private TestRelay relay(Map<String, String> settings) {
        return TestRelay.start(
                temp.resolve("state"),
                RelayTimeouts.STANDARD,
                RelayGateways.KINDS.configured(new SettingsReader(RelayGateways.SCHEMA)
                        .overrides(settings)
                        .read()));
    }
}
