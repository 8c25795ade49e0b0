package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.gateway.publication.ContainerTimeouts;
import dev.fanlight.relay.server.RelayGateways;
import dev.fanlight.relay.testing.ContainerRelay;
import dev.fanlight.relay.testing.FfmpegRun;
import dev.fanlight.relay.testing.HlsRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.settings.SettingsReader;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.NewProcesses;
import dev.fanlight.testing.StartsProcesses;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With {@code transcode.encoder: x264} and an FFmpeg that has it, players get what libx264 makes. */
@StartsProcesses
class TranscodeByX264ScenarioTest {

    private static final String DEBIAN = "/usr/bin/ffmpeg";
    private static final String VP8 = "-re -f lavfi -i testsrc2=size=320x180:rate=25 -c:v libvpx -deadline realtime"
            + " -cpu-used 8 -g 25 -b:v 500k -live 1";

    private final NewProcesses processes = new NewProcesses();

    @TempDir
    private Path temp;

    @Test
    void playersGetWhatX264Makes() throws Exception {
        Map<String, String> settings = Map.of("ffmpeg.program", DEBIAN, "transcode.encoder", "x264");
        Map<String, String> gateways = Map.of("gateways.hls.type", "hls");
        try (ContainerRelay in = ContainerRelay.start(
                temp.resolve("state"),
                settings,
                ContainerTimeouts.STANDARD,
                RelayGateways.KINDS
                        .configured(new SettingsReader(RelayGateways.SCHEMA)
                                .overrides(gateways)
                                .read())
                        .get(0))) {
            TestCamera camera = in.relay().invite("front");
            in.relay()
                    .host()
                    .patch("/cameras/front", new JsonObject().put("transcode", true))
                    .expect(200);
            try (FfmpegRun run = in.push(VP8, "webm", "video/webm", in.newKey("front"))) {
                Await.until(
                        "it publishes",
                        () -> in.relay().host().get("/cameras/front").body().contains("\"live\""));
                // High Profile; libopenh264 makes Constrained Baseline.
                assertThat(new HlsRelay(in.relay()).text("/live/front.m3u8?key=" + camera.watchKey()))
                        .contains("CODECS=\"avc1.64");
                assertThat(run.isRunning()).isTrue();
            }
        }
        assertThat(processes.list()).isEmpty();
    }
}
