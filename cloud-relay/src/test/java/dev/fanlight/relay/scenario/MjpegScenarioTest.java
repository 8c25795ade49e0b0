package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.SourceState;
import dev.fanlight.protocol.agent.Demand;
import dev.fanlight.protocol.agent.Source;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.testing.FlvClip;
import dev.fanlight.relay.testing.FlvFfmpeg;
import dev.fanlight.relay.testing.MjpegPlayer;
import dev.fanlight.relay.testing.RawHttp;
import dev.fanlight.relay.testing.StillClient;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.NewProcesses;
import dev.fanlight.testing.StartsProcesses;
import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What who may watch gets as motion JPEG: each key frame, from one child for all. */
@StartsProcesses
class MjpegScenarioTest {

    private static final long EPOCH = 7;
    private static final double SAME = 40;
    private static final double OTHER = 400;

    private final NewProcesses processes = new NewProcesses();

    @TempDir
    private static Path temp;

    private static TestRelay relay;
    private static FlvClip clip;
    private static int cameras;

    private String name;
    private TestAgent agent;
    private StillClient client;

    @BeforeAll
    static void startRelay() throws Exception {
        relay = StillClient.relay(temp.resolve("state"), Map.of("gateways.stills.jpeg_width", "160"));
        clip = FlvClip.of(
                Files.readAllBytes(new FlvFfmpeg(temp).clip("-an", "-c:v", "libx264", "-bf", "0", "-g", "10")));
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
        client = new StillClient(relay, "?key=" + camera.watchKey());
    }

    @Test
    void everyViewerGetsEachKeyFrameFromOneChild() throws Exception {
        long children = relay.server().counters().get(RelayCounter.CHILDREN_STARTED);
        clip.announce(agent, EPOCH);
        try (MjpegPlayer first = MjpegPlayer.open(client, name);
                MjpegPlayer second = MjpegPlayer.open(client, name)) {
            Await.until("both wake the camera", () -> agent.expect(Demand.class).viewers() == 2);
            BufferedImage before = null;
            for (int i = 0; i < 4; i++) {
                clip.send(agent, EPOCH, i * 10, i * 10 + 10);
                byte[] jpeg = first.expect(i + 1);
                assertThat(second.expect(i + 1)).isEqualTo(jpeg);
                BufferedImage image = StillClient.image(jpeg);
                assertThat(image.getWidth()).isEqualTo(160);
                assertThat(image.getHeight()).isEqualTo(90);
                assertThat(i == 0 || StillClient.difference(image, before) > OTHER)
                        .isTrue();
                before = image;
            }
            assertThat(StillClient.difference(client.still(name, ""), before)).isZero();
        }
        assertThat(relay.server().counters().get(RelayCounter.CHILDREN_STARTED)).isEqualTo(children + 1);
        Await.until("the camera may sleep", () -> agent.expect(Demand.class).readers() == 0);
    }

    @Test
    void aViewerOfACameraThatIsAsleepSeesItsLastKeyFrameAtOnce() throws Exception {
        clip.announce(agent, EPOCH);
        clip.send(agent, EPOCH, 0, 1);
        agent.send(new Source(SourceState.ASLEEP, Optional.empty()));
        Await.until(
                "it is asleep",
                () -> relay.host()
                        .get("/cameras/" + name)
                        .expect(200)
                        .json()
                        .getString("state")
                        .equals("asleep"));
        try (MjpegPlayer player = MjpegPlayer.open(client, name)) {
            assertThat(StillClient.difference(StillClient.image(player.expect(1)), client.still(name, "")))
                    .isLessThan(SAME);
            assertThat(player.response.headers().firstValue("content-type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("multipart/x-mixed-replace; boundary="));
        }
    }

    @Test
    void ffmpegReadsIt() throws Exception {
        clip.announce(agent, EPOCH);
        String url = "http://127.0.0.1:" + relay.plainPort() + "/c/" + name + "/stream.mjpeg" + client.query();
        Process reader = new ProcessBuilder(
                        "ffmpeg",
                        "-nostdin",
                        "-v",
                        "error",
                        "-f",
                        "mpjpeg",
                        "-strict_mime_boundary",
                        "1",
                        "-probesize",
                        "5000",
                        "-i",
                        url,
                        "-frames:v",
                        "2",
                        "-f",
                        "framehash",
                        "-")
                .redirectErrorStream(true)
                .start();
        Await.until("it reads", () -> agent.expect(Demand.class).viewers() == 1);
        clip.send(agent, EPOCH, 0, clip.units.size());
        assertThat(FlvFfmpeg.output(reader).lines()).hasSize(2);
    }

    @Test
    void aRevokedLinkEndsIt() throws Exception {
        JsonObject made = relay.host()
                .post("/cameras/" + name + "/links", new JsonObject().put("can", "watch"))
                .expect(201)
                .json();
        String url = made.getJsonArray("urls").getString(0);
        StillClient holder = new StillClient(relay, "?key=" + url.substring(url.indexOf('#') + 1));
        try (MjpegPlayer player = MjpegPlayer.open(holder, name)) {
            assertThat(viewers()).hasSize(1);
            relay.host().delete("/links/" + made.getString("id")).expect(204);
            Await.until("it has ended", player::hasEnded);
        }
        assertThat(MjpegPlayer.open(holder, name).response.statusCode()).isEqualTo(404);
        Await.until("it counts no more", () -> viewers().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "HEAD /c/CAMERA/stream.mjpeg?key=KEY HTTP/1.1, 200",
        "HEAD /c/CAMERA/snapshot.jpg?key=KEY HTTP/1.1, 503",
        "GET /c/CAMERA/stream.mjpeg?key=KEY HTTP/1.0, 505",
        "GET /c/CAMERA/stream.mjpeg HTTP/1.1, 404",
        "GET /c/CAMERA/stream.mjpeg?key=%00%ff HTTP/1.1, 404",
        "GET /c/%2e%2e%2f/snapshot.jpg?key=KEY HTTP/1.1, 404",
        "GET /c//snapshot.jpg?key=KEY HTTP/1.1, 404",
        "POST /c/CAMERA/snapshot.jpg?key=KEY HTTP/1.1, 404"
    })
    void strangeRequestsAreAnsweredAndCostNoPlace(String request, int status) throws Exception {
        String key = client.query().substring("?key=".length());
        try (RawHttp peer = RawHttp.plain(relay.plainPort())) {
            peer.send(request.replace("KEY", key).replace("CAMERA", name)
                    + "\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\n\r\n");
            assertThat(peer.head()).matches("(?s)HTTP/1\\.[01] " + status + " .*");
        }
        assertThat(viewers()).isEmpty();
    }

    @Test
    void aPageOfAnotherOriginNeedsAKey() throws Exception {
        for (String file : List.of("snapshot.jpg", "stream.mjpeg")) {
            try (RawHttp page = RawHttp.plain(relay.plainPort())) {
                page.send("GET /c/" + name + "/" + file
                        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://evil.example\r\n\r\n");
                assertThat(page.head()).startsWith("HTTP/1.1 403 ");
            }
        }
    }

    @Test
    void aSlowViewerMissesJpegsAndTheOthersDoNot() throws Exception {
        clip.announce(agent, EPOCH);
        try (RawHttp slow = RawHttp.plain(relay.plainPort());
                MjpegPlayer quick = MjpegPlayer.open(client, name)) {
            slow.send("GET /c/" + name + "/stream.mjpeg" + client.query() + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
            Await.until("both watch", () -> viewers().size() == 2);
            int got = 0;
            for (int i = 0; relay.server().counters().get(RelayCounter.FRAMES_DROPPED_SLOW_VIEWER) == 0; i++) {
                int next = i % (clip.units.size() / 10) * 10;
                clip.send(agent, EPOCH, next, next + 1);
                got++;
                quick.expect(got);
            }
            assertThat(slow.head()).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void aChildThatIsKilledIsReplacedAndViewersStay() throws Exception {
        clip.announce(agent, EPOCH);
        try (MjpegPlayer player = MjpegPlayer.open(client, name)) {
            Await.until("it is woken", () -> agent.expect(Demand.class).viewers() == 1);
            clip.send(agent, EPOCH, 0, 1);
            player.expect(1);
            long failed = relay.server().counters().get(RelayCounter.CHILDREN_FAILED);
            children().forEach(ProcessHandle::destroyForcibly);
            Await.until("it is gone", () -> relay.server().counters().get(RelayCounter.CHILDREN_FAILED) > failed);
            clip.send(agent, EPOCH, 10, 11);
            Await.until("the next one works", () -> {
                HttpResponse<byte[]> still = client.get(name, "");
                return still.statusCode() == 200 && !Arrays.equals(still.body(), player.jpegs.get(0));
            });
            player.expect(2);
            assertThat(player.hasEnded()).isFalse();
        }
        Await.until("no child is left", () -> children().findAny().isEmpty());
    }

    private Stream<ProcessHandle> children() {
        return processes.list().stream()
                .filter(child -> child.info()
                        .command()
                        .filter(command -> command.endsWith("/ffmpeg"))
                        .isPresent());
    }

    private List<?> viewers() {
        return relay.host()
                .get("/cameras/" + name + "/viewers")
                .expect(200)
                .array()
                .getList();
    }
}
