package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.protocol.agent.Demand;
import dev.fanlight.relay.gateway.hls.HlsTimeouts;
import dev.fanlight.relay.testing.FfmpegRun;
import dev.fanlight.relay.testing.FlvClip;
import dev.fanlight.relay.testing.HlsRelay;
import dev.fanlight.relay.testing.LoopedClip;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.StartsProcesses;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What FFmpeg makes of HLS: the frames and the sound that were published. */
@StartsProcesses
class HlsScenarioTest {

    private static final Path SHARED = Path.of("../shared-protocol/src/test/resources/media");
    private static final long EPOCH = 7;

    // Of two seconds, whatever is cut off at their ends.
    private static final int FRAMES = 50;
    private static final int PACKETS = 90;

    @TempDir
    private Path temp;

    private HlsRelay hls;
    private TestCamera camera;
    private TestAgent agent;

    @BeforeEach
    void start() {
        hls = HlsRelay.start(temp.resolve("state"), HlsTimeouts.STANDARD);
        camera = hls.relay().invite("front");
        agent = hls.relay().publishing(camera);
    }

    @AfterEach
    void stop() {
        hls.close();
    }

    @Test
    void ffmpegDecodesH264AndAacFrameByFrame() throws Exception {
        Path file = temp.resolve("clip.flv");
        FfmpegRun.run(
                "-f lavfi -i testsrc2=size=320x180:rate=25:duration=5 -f lavfi -i sine=sample_rate=48000:duration=5"
                        + " -c:v libx264 -preset ultrafast -bf 0 -g 25 -pix_fmt yuv420p -c:a aac -aac_pns 0 " + file);
        LoopedClip clip = new LoopedClip(FlvClip.of(Files.readAllBytes(file)), agent, EPOCH, 5_000_000);
        CompletableFuture<HttpResponse<byte[]>> entry = hls.begin(path());
        awaitReader();
        clip.sendFrames(77);
        assertThat(entry.join().statusCode()).isEqualTo(200);
        List<String> played = hashes(hls.url(path()));
        List<String> published = hashes(file.toString());
        assertThat(of("0,", played)).hasSizeGreaterThanOrEqualTo(FRAMES);
        assertThat(of("0,", played).subList(0, FRAMES))
                .isEqualTo(of("0,", published).subList(0, FRAMES));
        // Sound from before the first frame is not sent, and a decoder of AAC needs the packet before.
        List<String> sound = of("1,", played).subList(2, PACKETS);
        assertThat(of("1,", published)).containsSequence(sound);
    }

    @Test
    void ffmpegDecodesH265AndOpusWithoutAComplaint() throws Exception {
        FlvClip file = FlvClip.of(Files.readAllBytes(SHARED.resolve("h265-opus.flv")));
        LoopedClip clip = new LoopedClip(file, agent, EPOCH, 480_000);
        CompletableFuture<HttpResponse<byte[]>> entry = hls.begin(path());
        awaitReader();
        clip.sendFrames(110);
        assertThat(HlsRelay.text(entry.join())).contains("CODECS=\"hvc1.1.6.L30.90,opus\",RESOLUTION=64x48");
        List<String> played = hashes(hls.url(path()));
        assertThat(of("0,", played)).hasSizeGreaterThanOrEqualTo(FRAMES);
        assertThat(of("1,", played)).hasSizeGreaterThanOrEqualTo(PACKETS);
    }

    /** A line for each decoded frame and packet of sound of two seconds; whatever FFmpeg complains about is a line, too. */
    private static List<String> hashes(String input) {
        String output = FfmpegRun.run("-threads 1 -analyzeduration 500000 -i " + input
                + " -map 0:v -map 0:a -fps_mode passthrough -t 2.2 -f framehash -hash md5 -");
        List<String> lines =
                output.lines().filter(line -> !line.startsWith("#")).toList();
        assertThat(lines).allMatch(line -> line.startsWith("0,") || line.startsWith("1,"));
        return lines;
    }

    private static List<String> of(String stream, List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(stream))
                .map(line -> line.substring(line.lastIndexOf(',') + 1).strip())
                .toList();
    }

    private void awaitReader() {
        Await.until("somebody reads", () -> agent.expect(Demand.class).viewers() > 0);
    }

    private String path() {
        return "/live/front.m3u8?key=" + camera.watchKey();
    }
}
