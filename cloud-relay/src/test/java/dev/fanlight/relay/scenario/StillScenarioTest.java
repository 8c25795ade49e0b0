package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.SourceState;
import dev.fanlight.protocol.agent.Demand;
import dev.fanlight.protocol.agent.Source;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.testing.FlvClip;
import dev.fanlight.relay.testing.FlvFfmpeg;
import dev.fanlight.relay.testing.StillClient;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.StartsProcesses;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What who may watch gets as a still: the newest key frame, also of a camera that is asleep, and a new one when it is woken. */
@StartsProcesses
class StillScenarioTest {

    private static final Path SHARED = Path.of("../shared-protocol/src/test/resources/media");
    private static final long EPOCH = 7;

    /** Of a JPEG to what it was made of; another frame of the clip differs by hundreds. */
    private static final double SAME = 40;

    /** Of what was encoded quickly, and by another codec. */
    private static final double ROUGH = 150;

    @TempDir
    private static Path temp;

    private static TestRelay relay;
    private static Path file;
    private static FlvClip clip;
    private static int cameras;

    private String name;
    private TestAgent agent;
    private StillClient stills;
    private long framesBefore;

    @BeforeAll
    static void startRelay() throws Exception {
        relay = StillClient.relay(temp.resolve("state"), Map.of());
        file = new FlvFfmpeg(temp).clip("-an", "-c:v", "libx264", "-bf", "0", "-g", "25");
        clip = FlvClip.of(Files.readAllBytes(file));
    }

    @AfterAll
    static void stopRelay() {
        relay.close();
    }

    @BeforeEach
    void start() {
        cameras++;
        name = "camera-" + cameras;
        TestCamera camera = relay.invite(name);
        agent = relay.publishing(camera);
        stills = new StillClient(relay, "?key=" + camera.watchKey());
        framesBefore = framesIn();
    }

    @Test
    void aStillIsTheNewestKeyFrame() throws Exception {
        clip.announce(agent, EPOCH);
        clip.send(agent, EPOCH, 0, 30);
        awaitFrames(30);
        expect(25);
        HttpResponse<byte[]> again = stills.get(name, "");
        assertThat(again.headers().map())
                .containsEntry("cache-control", List.of("no-store"))
                .containsEntry("referrer-policy", List.of("no-referrer"))
                .containsKey("last-modified");
    }

    @Test
    void theStillOfACameraThatIsAsleepOrGoneIsItsLastKeyFrameAndDoesNotWakeIt() throws Exception {
        clip.announce(agent, EPOCH);
        clip.send(agent, EPOCH, 0, 1);
        expect(0);
        agent.send(new Source(SourceState.ASLEEP, Optional.empty()));
        Await.until("it is asleep", () -> state().equals("asleep"));
        expect(0);
        assertThat(agent.expect(Demand.class).readers()).isZero();
        agent.kill();
        Await.until("it is gone", () -> state().equals("offline"));
        expect(0);
    }

    @Test
    void whoWakesTheCameraWaitsForANewKeyFrameAndThenLetsItSleep() throws Exception {
        clip.announce(agent, EPOCH);
        clip.send(agent, EPOCH, 0, 1);
        expect(0);
        agent.send(new Source(SourceState.ASLEEP, Optional.empty()));
        Await.until("it is asleep", () -> state().equals("asleep"));
        CompletableFuture<HttpResponse<byte[]>> asked = stills.ask(name, "&wake=1");
        Await.until("it is woken", () -> agent.expect(Demand.class).readers() == 1);
        agent.send(new Source(SourceState.LIVE, Optional.empty()));
        clip.send(agent, EPOCH, 25, 26);
        assertThat(StillClient.difference(StillClient.image(asked.join()), frame(25)))
                .isLessThan(SAME);
        Await.until("it may sleep", () -> agent.expect(Demand.class).readers() == 0);
    }

    @Test
    void whoDisconnectsWhileWaitingLetsTheCameraSleep() {
        clip.announce(agent, EPOCH);
        CompletableFuture<HttpResponse<byte[]>> asked = stills.ask(name, "&wake=1");
        Await.until("it is woken", () -> agent.expect(Demand.class).readers() == 1);
        asked.cancel(true);
        Await.until("it may sleep", () -> agent.expect(Demand.class).readers() == 0);
    }

    @Test
    void manyWhoAskAtOnceAreAnsweredByOneChild() throws Exception {
        clip.announce(agent, EPOCH);
        clip.send(agent, EPOCH, 0, 1);
        awaitFrames(1);
        long before = relay.server().counters().get(RelayCounter.CHILDREN_STARTED);
        List<CompletableFuture<HttpResponse<byte[]>>> asked =
                IntStream.range(0, 20).mapToObj(i -> stills.ask(name, "")).toList();
        byte[] first = asked.get(0).join().body();
        for (CompletableFuture<HttpResponse<byte[]>> each : asked) {
            assertThat(each.join().body()).isEqualTo(first);
        }
        assertThat(relay.server().counters().get(RelayCounter.CHILDREN_STARTED)).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h265-opus.flv", "h264-aac.flv"})
    void camerasOfOtherCodecsHaveStillsToo(String media) throws Exception {
        FlvClip other = FlvClip.of(Files.readAllBytes(SHARED.resolve(media)));
        other.announce(agent, EPOCH);
        other.send(agent, EPOCH, 0, other.units.size());
        awaitFrames(1);
        assertThat(stills.still(name, "").getWidth()).isPositive();
    }

    @Test
    void aCameraThatSendsVp8HasStillsAndTheirDatesAreThoseOfHttp() throws Exception {
        FlvClip other = FlvClip.ofWebm(Files.readAllBytes(
                new FlvFfmpeg(temp).webm("-an", "-c:v", "libvpx", "-deadline", "realtime", "-cpu-used", "8")));
        other.announce(agent, EPOCH);
        other.send(agent, EPOCH, 0, other.units.size());
        awaitFrames(26);
        HttpResponse<byte[]> still = stills.get(name, "");
        assertThat(StillClient.difference(StillClient.image(still), frame(25))).isLessThan(ROUGH);
        assertThat(still.headers().firstValue("last-modified").orElseThrow())
                .matches("[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT");
    }

    @Test
    void aStillOfReorderedVideoComesAtOnceThoughItsDecoderHoldsFramesBack() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("reordered"));
        Path reordered = new FlvFfmpeg(folder).clip("-an", "-c:v", "libx264", "-bf", "3", "-g", "25");
        FlvClip other = FlvClip.of(Files.readAllBytes(reordered));
        other.announce(agent, EPOCH);
        other.send(agent, EPOCH, 0, 1);
        expect(0);
    }

    @Test
    void aPausedCameraShowsNothingAndItsLastFrameIsForgotten() throws Exception {
        clip.announce(agent, EPOCH);
        clip.send(agent, EPOCH, 0, 1);
        expect(0);
        relay.host().post("/cameras/" + name + "/pause").expect(204);
        assertRefused(stills.get(name, ""), 409, "paused");
        relay.host().post("/cameras/" + name + "/resume").expect(204);
        assertRefused(stills.get(name, ""), 503, "wake=1");
    }

    @Test
    void whoMayNotWatchLearnsNothing() {
        clip.announce(agent, EPOCH);
        clip.send(agent, EPOCH, 0, 1);
        awaitFrames(1);
        assertThat(new StillClient(relay, "?key=wrong").get(name, "").statusCode())
                .isEqualTo(404);
        assertThat(new StillClient(relay, "").get(name, "?wake=1").statusCode()).isEqualTo(404);
        assertThat(stills.get("other", "").statusCode()).isEqualTo(404);
    }

    private void awaitFrames(int count) {
        Await.until("the frames have come", () -> framesIn() - framesBefore >= count);
    }

    private static long framesIn() {
        return relay.server().counters().get(RelayCounter.FRAMES_IN);
    }

    private void expect(int frame) throws IOException, InterruptedException {
        awaitFrames(1);
        assertThat(StillClient.difference(stills.still(name, ""), frame(frame))).isLessThan(SAME);
    }

    /** A frame of the clip as another decoder shows it. */
    private BufferedImage frame(int number) throws IOException, InterruptedException {
        Path jpeg = temp.resolve(number + ".jpg");
        if (Files.notExists(jpeg)) {
            FlvFfmpeg.output(new ProcessBuilder(
                            "ffmpeg",
                            "-v",
                            "error",
                            "-i",
                            file.toString(),
                            "-vf",
                            "select=eq(n\\," + number + ")",
                            "-q:v",
                            "2",
                            "-frames:v",
                            "1",
                            jpeg.toString())
                    .redirectErrorStream(true)
                    .start());
        }
        return ImageIO.read(jpeg.toFile());
    }

    private String state() {
        return relay.host().get("/cameras/" + name).expect(200).json().getString("state");
    }

    private static void assertRefused(HttpResponse<byte[]> response, int status, String word) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).contains(word);
    }
}
