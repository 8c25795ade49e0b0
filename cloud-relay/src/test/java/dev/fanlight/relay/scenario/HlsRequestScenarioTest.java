package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.protocol.agent.Demand;
import dev.fanlight.relay.gateway.hls.HlsTimeouts;
import dev.fanlight.relay.testing.HlsRelay;
import dev.fanlight.relay.testing.HlsScene;
import dev.fanlight.testing.Await;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What players of Low-Latency HLS ask for, and what they get when. */
class HlsRequestScenarioTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path temp;

    private HlsScene scene;

    @BeforeEach
    void start() {
        scene = new HlsScene(temp.resolve("state"), HlsTimeouts.STANDARD);
    }

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void thePlaylistListsPartsAndSaysHowToWaitForTheNextOne() {
        String folder = scene.watch();
        assertThat(scene.hls.text(folder + "live.m3u8")).matches("""
                        #EXTM3U
                        #EXT-X-VERSION:9
                        #EXT-X-TARGETDURATION:1
                        #EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK=0.648000,CAN-SKIP-UNTIL=6.000000
                        #EXT-X-PART-INF:PART-TARGET=0.216000
                        #EXT-X-MEDIA-SEQUENCE:0
                        #EXT-X-INDEPENDENT-SEGMENTS
                        #EXT-X-MAP:URI="init-1.mp4"
                        #EXT-X-PROGRAM-DATE-TIME:[-0-9T:.]+Z
                        #EXT-X-PART:DURATION=0.200000,URI="0.0.m4s",INDEPENDENT=YES
                        #EXT-X-PART:DURATION=0.040000,URI="0.1.m4s"
                        #EXTINF:0.240000,
                        0.m4s
                        #EXT-X-PRELOAD-HINT:TYPE=PART,URI="1.0.m4s"
                        """);
    }

    @Test
    void aReloadWaitsForThePartThatItNames() {
        String folder = scene.watch();
        CompletableFuture<HttpResponse<byte[]>> reload = scene.hls.begin(folder + "live.m3u8?_HLS_msn=1&_HLS_part=0");
        scene.hls.awaitWaiting(1);
        assertThat(reload).isNotDone();
        scene.send(HlsScene.PART);
        assertThat(text(reload)).contains("URI=\"1.0.m4s\",INDEPENDENT=YES\n");
    }

    @Test
    void aReloadWithoutAPartWaitsForTheWholeSegment() {
        String folder = scene.watch();
        CompletableFuture<HttpResponse<byte[]>> reload = scene.hls.begin(folder + "live.m3u8?_HLS_msn=1");
        CompletableFuture<HttpResponse<byte[]>> byPart = scene.hls.begin(folder + "live.m3u8?_HLS_msn=1&_HLS_part=1");
        scene.hls.awaitWaiting(2);
        scene.send(2 * HlsScene.PART);
        assertThat(text(byPart)).contains("URI=\"1.1.m4s\"\n");
        assertThat(reload).isNotDone();
        scene.send(HlsScene.SEGMENT - 2 * HlsScene.PART);
        assertThat(text(reload)).contains("#EXTINF:0.960000,\n1.m4s\n");
    }

    @Test
    void aPartBehindTheLastOneOfASegmentIsTheFirstOfTheNext() {
        String folder = scene.watch();
        CompletableFuture<HttpResponse<byte[]>> reload = scene.hls.begin(folder + "live.m3u8?_HLS_msn=0&_HLS_part=2");
        scene.hls.awaitWaiting(1);
        scene.send(HlsScene.PART);
        assertThat(text(reload)).contains("URI=\"1.0.m4s\"");
    }

    @ParameterizedTest
    @CsvSource({
        "_HLS_msn=3, 400",
        "_HLS_msn=3&_HLS_part=0, 400",
        "_HLS_msn=999999999, 400",
        "_HLS_msn=1&_HLS_part=99, 400",
        "_HLS_part=0, 400",
        "_HLS_msn=x, 400",
        "_HLS_msn=-1, 400",
        "_HLS_msn=99999999999999999999, 400",
        "_HLS_msn=0, 200",
        "_HLS_msn=0&_HLS_part=1, 200",
        "_HLS_skip=YES, 200",
        "_HLS_skip=NO, 200",
    })
    void whatWillNotComeSoonIsRefused(String query, int status) {
        assertThat(scene.status(scene.watch() + "live.m3u8?" + query)).isEqualTo(status);
    }

    @Test
    void thePartOfThePreloadHintIsSentWhenItIsThere() {
        String folder = scene.watch();
        CompletableFuture<HttpResponse<byte[]>> part = scene.hls.begin(folder + "1.0.m4s");
        scene.hls.awaitWaiting(1);
        scene.send(HlsScene.PART);
        assertThat(part.join().statusCode()).isEqualTo(200);
        assertThat(part.join().body())
                .isEqualTo(scene.hls.get(folder + "1.0.m4s").body());
        assertThat(scene.status(folder + "1.2.m4s")).isEqualTo(404);
    }

    @Test
    void aPartThatWasHintedComesAlsoWhenTheTracksChangeBefore() {
        String folder = scene.watch();
        CompletableFuture<HttpResponse<byte[]>> part = scene.hls.begin(folder + "1.0.m4s");
        scene.hls.awaitWaiting(1);
        scene.publish("h265-opus.flv", 8);
        assertThat(part.join().statusCode()).isEqualTo(200);
        assertThat(scene.status(folder + "1.1.m4s")).isEqualTo(404);
    }

    @Test
    void aSegmentIsMadeOfItsParts() {
        String folder = scene.watch();
        scene.send(HlsScene.SEGMENT);
        Await.until("it is complete", () -> scene.status(folder + "1.m4s") == 200);
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        for (int i = 0; i < 5; i++) {
            parts.writeBytes(scene.hls.get(folder + "1." + i + ".m4s").body());
        }
        assertThat(scene.hls.get(folder + "1.m4s").body()).isEqualTo(parts.toByteArray());
        assertThat(scene.status(folder + "2.m4s")).isEqualTo(404);
    }

    @Test
    void otherTracksBeginAnInitSegmentOfTheirOwnBehindADiscontinuity() {
        String folder = scene.watch();
        scene.send(HlsScene.PART);
        scene.publish("h265-opus.flv", 8);
        scene.send(HlsScene.FIRST_SEGMENT);
        String playlist = scene.hls.text(folder + "live.m3u8?_HLS_msn=2&_HLS_part=0");
        assertThat(playlist)
                .containsSubsequence(
                        "#EXT-X-MAP:URI=\"init-1.mp4\"",
                        "\n1.m4s\n",
                        "#EXT-X-DISCONTINUITY\n",
                        "#EXT-X-MAP:URI=\"init-2.mp4\"",
                        "URI=\"2.0.m4s\",INDEPENDENT=YES");
        assertThat(HlsRelay.text(scene.hls.get(folder + "init-1.mp4"))).contains("avcC", "esds");
        assertThat(HlsRelay.text(scene.hls.get(folder + "init-2.mp4"))).contains("hvcC", "dOps");
    }

    @Test
    void theCameraSleepsWhenNoPlayerHasAskedForAWhile() {
        scene.close();
        HlsTimeouts timeouts = new HlsTimeouts(Duration.ofMillis(500), LONG, LONG);
        scene = new HlsScene(temp.resolve("other"), timeouts);
        String folder = scene.watch();
        assertThat(scene.hls.described()).contains("viewers=1", "muxers=1");
        Await.until(
                "the camera may sleep", () -> scene.agent.expect(Demand.class).readers() == 0);
        assertThat(scene.hls.described()).contains("viewers=0", "muxers=0");
        assertThat(scene.status(folder + "live.m3u8")).isEqualTo(404);
    }

    @Test
    void aCameraThatSendsNothingIsReportedAndWokenAllTheSame() {
        scene.close();
        scene = new HlsScene(temp.resolve("other"), new HlsTimeouts(LONG, LONG, Duration.ofMillis(100)));
        HttpResponse<byte[]> nothing = scene.hls.get("/live/front.m3u8" + scene.query());
        assertThat(nothing.statusCode()).isEqualTo(503);
        assertThat(HlsRelay.text(nothing)).isEqualTo("The camera sends nothing now. Try again later.\n");
        Await.until("it is woken", () -> scene.agent.expect(Demand.class).viewers() == 1);
    }

    @Test
    void whoWaitsForACameraThatHasStoppedIsAnsweredAfterThreeTargetDurations() {
        HttpResponse<byte[]> reload = scene.hls.get(scene.watch() + "live.m3u8?_HLS_msn=1&_HLS_part=0");
        assertThat(reload.statusCode()).isEqualTo(503);
        assertThat(reload.headers().map()).containsEntry("retry-after", List.of("1"));
        assertThat(scene.hls.described()).contains("waiting_requests=0");
    }

    @Test
    void videoThatHlsDoesNotCarryIsReported() {
        scene.publish("g711.flv", 8);
        CompletableFuture<HttpResponse<byte[]>> entry = scene.hls.begin("/live/front.m3u8" + scene.query());
        assertThat(text(entry)).startsWith("This camera sends sound alone, which HLS does not carry");
        assertThat(entry.join().statusCode()).isEqualTo(503);
    }

    private static String text(CompletableFuture<HttpResponse<byte[]>> answer) {
        return HlsRelay.text(answer.join());
    }
}
