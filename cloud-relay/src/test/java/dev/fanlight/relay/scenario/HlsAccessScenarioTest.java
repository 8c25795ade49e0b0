package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.protocol.agent.Demand;
import dev.fanlight.relay.gateway.hls.HlsTimeouts;
import dev.fanlight.relay.testing.HlsRelay;
import dev.fanlight.relay.testing.HlsScene;
import dev.fanlight.relay.testing.TestApi;
import dev.fanlight.testing.Await;
import io.vertx.core.json.JsonObject;
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

/** Who gets a stream as HLS: who shows the key of a link, or is a page with a session, for as long as that is good. */
class HlsAccessScenarioTest {

    private static final String CORS = "access-control-allow-origin";

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
    void aRevokedLinkEndsItsSessionsAndAnswersThoseThatWait() {
        Link link = link(new JsonObject());
        String folder = scene.watch("?key=" + link.key());
        CompletableFuture<HttpResponse<byte[]>> reload = scene.hls.begin(folder + "live.m3u8?_HLS_msn=1");
        scene.hls.awaitWaiting(1);
        assertThat(viewers()).hasSize(1);
        scene.hls.relay().host().delete("/links/" + link.id()).expect(204);
        assertThat(reload.join().statusCode()).isEqualTo(404);
        for (String file : List.of("live.m3u8", "init-1.mp4", "0.m4s", "0.0.m4s")) {
            assertThat(scene.status(folder + file)).isEqualTo(404);
        }
        assertThat(scene.status("/live/front.m3u8?key=" + link.key())).isEqualTo(404);
        assertThat(viewers()).isEmpty();
        Await.until(
                "the camera may sleep", () -> scene.agent.expect(Demand.class).readers() == 0);
    }

    @Test
    void theAddressOfASessionSaysNothingOfTheKey() {
        HttpResponse<byte[]> entry = entry(scene.query());
        assertThat(HlsRelay.text(entry)).doesNotContain(scene.camera.watchKey());
        assertThat(HlsRelay.folder(entry)).matches("/live/hls/[-_0-9A-Za-z]{22}/");
        assertThat(entry.headers().map())
                .containsEntry("content-type", List.of("application/vnd.apple.mpegurl"))
                .containsEntry("cache-control", List.of("no-store"))
                .containsEntry("referrer-policy", List.of("no-referrer"))
                .containsEntry(CORS, List.of("*"));
    }

    @Test
    void pagesOfAnyOriginMayReadAllAnswersOfASessionThatBeganWithAKey() {
        String folder = scene.watch();
        for (String file : List.of("live.m3u8", "init-1.mp4", "0.m4s", "9.m4s", "live.m3u8?_HLS_msn=99")) {
            assertThat(scene.hls.get(folder + file).headers().map()).containsEntry(CORS, List.of("*"));
        }
    }

    @Test
    void aPageOfTheRelayWatchesByItsSessionAndAForeignOneDoesNot() {
        TestApi browser = TestApi.browser(scene.hls.relay());
        browser.post("/session", new JsonObject().put("camera", "front").put("key", scene.camera.watchKey()))
                .expect(200);
        String cookie = browser.cookieHeader();
        String folder = scene.watch("", "Cookie", cookie, "Origin", scene.hls.url(""));
        HttpResponse<byte[]> playlist = scene.hls.get(folder + "live.m3u8");
        assertThat(playlist.statusCode()).isEqualTo(200);
        assertThat(playlist.headers().map()).doesNotContainKey(CORS);
        assertThat(scene.hls
                        .get("/live/front.m3u8", "Cookie", cookie, "Origin", "http://evil.example")
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"front, ?key=wrong", "front, ''", "nothing, ?key=wrong", "front, ?key=%00%ff"})
    void whoShowsNoValidKeyGetsNothing(String name, String query) {
        assertThat(scene.status("/live/" + name + ".m3u8" + query)).isEqualTo(404);
        assertThat(viewers()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"AAAAAAAAAAAAAAAAAAAAAA/live.m3u8", "x/0.m4s", "%2e%2e/init-1.mp4"})
    void aGuessedSessionGetsNothing(String path) {
        assertThat(scene.status("/live/hls/" + path)).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"secret", "live.m3u8x", "1.m4s.", "1.2.3.m4s", "init-.mp4", "99999999999999999999.m4s", "-1.m4s"})
    void otherFilesThanThoseOfTheSessionAreNotThere(String file) {
        assertThat(scene.status(scene.watch() + file)).isEqualTo(404);
    }

    @Test
    void whoAsksForTheHeadOnlyIsNoViewer() {
        HttpResponse<byte[]> head =
                scene.hls.ask("HEAD", "/live/front.m3u8" + scene.query()).join();
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(scene.hls.described()).contains("viewers=0", "muxers=0");
    }

    @Test
    void onlySoManyWatchByALinkAsItAllows() {
        Link link = link(new JsonObject().put("max_viewers", 1));
        scene.watch("?key=" + link.key());
        assertThat(scene.status("/live/front.m3u8?key=" + link.key())).isEqualTo(503);
    }

    @Test
    void aPlayerThatComesAgainTakesThePlaceOfItsOwnSession() {
        scene.close();
        HlsTimeouts standard = HlsTimeouts.STANDARD;
        HlsTimeouts atOnce = new HlsTimeouts(standard.idle(), Duration.ofNanos(1), standard.start());
        scene = new HlsScene(temp.resolve("other"), atOnce);
        Link link = link(new JsonObject().put("max_viewers", 1));
        String first = scene.watch("?key=" + link.key());
        String second = scene.watch("?key=" + link.key());
        assertThat(scene.status(first + "live.m3u8")).isEqualTo(404);
        assertThat(scene.status(second + "live.m3u8")).isEqualTo(200);
    }

    @Test
    void aPauseTakesAwayWhatWasBefore() {
        String folder = scene.watch();
        scene.hls.relay().host().post("/cameras/front/pause", new JsonObject()).expect(204);
        Await.until("it is gone", () -> scene.status(folder + "0.m4s") == 404);
        scene.hls.relay().host().post("/cameras/front/resume", new JsonObject()).expect(204);
        CompletableFuture<HttpResponse<byte[]>> playlist = scene.hls.begin(folder + "live.m3u8");
        scene.hls.awaitWaiting(1);
        scene.send(2 * HlsScene.SEGMENT);
        assertThat(HlsRelay.text(playlist.join()))
                .contains("#EXT-X-MEDIA-SEQUENCE:1\n#EXT-X-INDEPENDENT-SEGMENTS\n#EXT-X-DISCONTINUITY\n");
    }

    @Test
    void aPlayerThatAsksTooOftenIsRefused() {
        String folder = scene.watch();
        int status = 200;
        for (int i = 0; status == 200 && i < 10_000; i++) {
            status = scene.status(folder + "init-1.mp4");
        }
        assertThat(status).isEqualTo(429);
    }

    /** A link for one test. */
    private record Link(String id, String key) {}

    private Link link(JsonObject wanted) {
        JsonObject made = scene.hls
                .relay()
                .host()
                .post("/cameras/front/links", wanted.put("can", "watch"))
                .expect(201)
                .json();
        String url = made.getJsonArray("urls").getString(0);
        return new Link(made.getString("id"), url.substring(url.indexOf('#') + 1));
    }

    private HttpResponse<byte[]> entry(String query) {
        CompletableFuture<HttpResponse<byte[]>> entry = scene.hls.begin("/live/front.m3u8" + query);
        Await.until("somebody reads", () -> scene.agent.expect(Demand.class).viewers() > 0);
        scene.send(HlsScene.FIRST_SEGMENT);
        return entry.join();
    }

    private List<?> viewers() {
        return scene.hls
                .relay()
                .host()
                .get("/cameras/front/viewers")
                .expect(200)
                .array()
                .getList();
    }
}
