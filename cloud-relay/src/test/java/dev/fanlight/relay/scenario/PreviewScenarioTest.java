package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.testing.FlvClip;
import dev.fanlight.relay.testing.FlvFfmpeg;
import dev.fanlight.relay.testing.StillClient;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.tls.CertificateSchedule;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.StartsProcesses;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who has the address of a camera sees its last still where the owner allows that, and nothing where not. */
@StartsProcesses
class PreviewScenarioTest {

    private static final long EPOCH = 7;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private static Path temp;

    private static TestRelay relay;
    private static FlvClip clip;
    private static int cameras;

    private String name;

    @BeforeAll
    static void startRelay() throws Exception {
        relay = TestRelay.start(
                temp.resolve("state"),
                Map.of("access.frame_ancestors", "https://www.example.org"),
                CertificateSchedule.STANDARD,
                StillClient.gateways(Map.of()));
        clip = FlvClip.of(
                Files.readAllBytes(new FlvFfmpeg(temp).clip("-an", "-c:v", "libx264", "-bf", "0", "-g", "25")));
    }

    @AfterAll
    static void stopRelay() {
        relay.close();
    }

    @BeforeEach
    void start() {
        cameras++;
        name = "camera-" + cameras;
        TestAgent agent = relay.publishing(relay.invite(name));
        long before = relay.server().counters().get(RelayCounter.FRAMES_IN);
        clip.announce(agent, EPOCH);
        clip.send(agent, EPOCH, 0, 1);
        Await.until("it has come", () -> relay.server().counters().get(RelayCounter.FRAMES_IN) > before);
    }

    @Test
    void aCameraIsNotPreviewedUntilItsOwnerAllowsIt() throws Exception {
        String plain = page("no-such-camera");
        assertThat(page(name)).isEqualTo(plain);
        assertThat(get("/c/" + name + "/preview.jpg").statusCode()).isEqualTo(404);

        change(new JsonObject().put("preview", true).put("title", "\"><script>Yard & more"));
        HttpResponse<byte[]> still = get("/c/" + name + "/preview.jpg");
        assertThat(StillClient.image(still).getWidth()).isEqualTo(320);
        assertThat(still.headers().firstValue("cache-control")).contains("public, max-age=60");
        String own = "http://127.0.0.1:" + relay.plainPort();
        assertThat(page(name))
                .contains("<meta property=\"og:image\" content=\"" + own + "/c/" + name + "/preview.jpg\" />")
                .contains("content=\"&quot;&gt;&lt;script&gt;Yard &amp; more\"")
                .doesNotContain("<script>Yard");
        assertThat(page(name + "/")).contains("og:image");

        change(new JsonObject().put("preview", false));
        assertThat(page(name)).isEqualTo(plain);
        assertThat(get("/c/" + name + "/preview.jpg").statusCode()).isEqualTo(404);
    }

    @Test
    void oEmbedSaysHowToShowAPreviewedCameraAndNoOther() throws Exception {
        String own = "http://127.0.0.1:" + relay.plainPort();
        String query = "/oembed?url=" + URLEncoder.encode(own + "/w/" + name, StandardCharsets.UTF_8);
        assertThat(get(query).statusCode()).isEqualTo(404);
        assertThat(get("/oembed").statusCode()).isEqualTo(404);
        assertThat(get("/oembed?url=%00%5Bnone").statusCode()).isEqualTo(404);

        change(new JsonObject().put("preview", true).put("title", "The yard"));
        assertThat(page(name)).contains("application/json+oembed\" href=\"" + own + "/oembed?url=http%3A%2F%2F");
        JsonObject answer = new JsonObject(Buffer.buffer(get(query).body()));
        assertThat(answer.getMap())
                .containsEntry("version", "1.0")
                .containsEntry("type", "video")
                .containsEntry("title", "The yard")
                .containsEntry("width", 640)
                .containsEntry("height", 360);
        assertThat(answer.getString("html")).startsWith("<iframe src=\"" + own + "/embed/" + name + "\"");
        JsonObject small = new JsonObject(
                Buffer.buffer(get(query + "&maxwidth=1000&maxheight=90").body()));
        assertThat(small.getInteger("width")).isEqualTo(160);
        assertThat(get(query + "&format=xml").statusCode()).isEqualTo(501);
    }

    @Test
    void thePauseOfACameraAlsoEndsItsPreview() throws Exception {
        change(new JsonObject().put("preview", true));
        assertThat(get("/c/" + name + "/preview.jpg").statusCode()).isEqualTo(200);
        relay.host().post("/cameras/" + name + "/pause").expect(204);
        assertThat(get("/c/" + name + "/preview.jpg").statusCode()).isEqualTo(404);
    }

    @Test
    void theNameOfAnUnlistedCameraIsNotItsAddress() throws Exception {
        change(new JsonObject().put("preview", true).put("visibility", "unlisted"));
        String url = relay.host()
                .get("/cameras/" + name)
                .expect(200)
                .json()
                .getJsonArray("open_urls")
                .getString(0);
        String id = url.substring(url.lastIndexOf('/') + 1);
        assertThat(get("/c/" + name + "/preview.jpg").statusCode()).isEqualTo(404);
        assertThat(page(name)).doesNotContain("og:");
        assertThat(get("/c/" + id + "/preview.jpg").statusCode()).isEqualTo(200);
        assertThat(page(id)).contains("/c/" + id + "/preview.jpg");
    }

    @Test
    void whatIsAllowedIsShownToTheOwnerAndInTheAuditLog() {
        assertThat(relay.host().get("/cameras/" + name).expect(200).json().getBoolean("preview"))
                .isFalse();
        change(new JsonObject().put("preview", true));
        assertThat(relay.host().get("/cameras/" + name).expect(200).json().getBoolean("preview"))
                .isTrue();
        Await.until(
                "it is in the log",
                () -> relay.host().get("/audit").expect(200).body().contains("camera.preview"));
        relay.host()
                .patch("/cameras/" + name, new JsonObject().put("preview", "yes"))
                .expect(400);
    }

    private void change(JsonObject wanted) {
        relay.host().patch("/cameras/" + name, wanted).expect(200);
    }

    private static String page(String camera) throws IOException, InterruptedException {
        HttpResponse<byte[]> page = get("/w/" + camera);
        assertThat(page.statusCode()).isEqualTo(200);
        return new String(page.body(), StandardCharsets.UTF_8);
    }

    private static HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(new StillClient(relay, "").request(path, ""), BodyHandlers.ofByteArray());
    }
}
