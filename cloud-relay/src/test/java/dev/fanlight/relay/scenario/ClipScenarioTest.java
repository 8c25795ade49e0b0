package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.relay.testing.CommandRun;
import dev.fanlight.relay.testing.FfmpegRun;
import dev.fanlight.relay.testing.FlvClip;
import dev.fanlight.relay.testing.LoopedClip;
import dev.fanlight.relay.testing.RecordedRelay;
import dev.fanlight.relay.testing.TestApi;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.StartsProcesses;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clips: parts of a recording that stay when it goes, and that others see by a link of their own. */
@StartsProcesses
class ClipScenarioTest {

    @TempDir
    private Path temp;

    private RecordedRelay recorded;
    private long from;

    @BeforeEach
    void record() throws Exception {
        recorded = RecordedRelay.start(temp.resolve("state"), Map.of("recording.free_percent", "1"), "always");
        recorded.awaitReader();
        Path file = temp.resolve("clip.flv");
        FfmpegRun.run(
                "-f lavfi -i testsrc2=size=320x180:rate=25:duration=5 -f lavfi -i sine=sample_rate=48000:duration=5"
                        + " -c:v libx264 -preset ultrafast -bf 0 -g 25 -pix_fmt yuv420p -c:a aac -aac_pns 0 " + file);
        new LoopedClip(FlvClip.of(Files.readAllBytes(file)), recorded.agent(), 7, 5_000_000).sendFrames(125);
        recorded.awaitRecorded(3_900);
        from = recorded.spans().get(0).getLong("from");
    }

    @AfterEach
    void stop() {
        recorded.close();
    }

    private TestApi host() {
        return recorded.relay().host();
    }

    private JsonObject cut() {
        return host().post(
                        "/cameras/front/clips",
                        new JsonObject()
                                .put("from", from + 1_100)
                                .put("to", from + 2_900)
                                .put("name", "The fox"))
                .expect(201)
                .json();
    }

    private String share(JsonObject clip) {
        String url = host().post("/cameras/front/clips/" + clip.getString("id") + "/link", new JsonObject())
                .expect(201)
                .json()
                .getJsonArray("urls")
                .getString(0);
        return "http://127.0.0.1:" + recorded.relay().plainPort() + url.substring(url.indexOf("/c/"));
    }

    @Test
    void aClipIsOneCleanFileThatStaysWhenItsRecordingIsDeleted() throws Exception {
        JsonObject clip = cut();
        assertThat(clip.getLong("to") - clip.getLong("from")).isBetween(1_900L, 3_000L);
        String url = share(clip);
        for (Path file : files(".mp4")) {
            if (!file.getFileName().toString().startsWith("clip-")) {
                Files.delete(file);
            }
        }
        byte[] bytes = RecordedRelay.send(url).body();
        assertThat((long) bytes.length).isEqualTo(clip.getLong("bytes"));
        Path download = Files.write(temp.resolve("download.mp4"), bytes);
        assertThat(FfmpegRun.run("-xerror -i " + download + " -f null -")).isEmpty();
        assertThat(RecordedRelay.send(url, "Range", "bytes=10-19").body()).isEqualTo(Arrays.copyOfRange(bytes, 10, 20));
        assertThat(RecordedRelay.send(url, "Range", "bytes=99999999-").statusCode())
                .isEqualTo(416);
    }

    @Test
    void onlyItsLinkShowsItUntilThatIsTakenBack() {
        JsonObject clip = cut();
        String url = share(clip);
        String plain = url.replaceAll("\\?.*", "");
        assertThat(RecordedRelay.send(url).statusCode()).isEqualTo(200);
        assertThat(RecordedRelay.send(plain).statusCode()).isEqualTo(404);
        assertThat(RecordedRelay.send(plain + "?key=" + recorded.key()).statusCode())
                .isEqualTo(404);
        assertThat(RecordedRelay.send(url.replace("/clip/", "/clip/x")).statusCode())
                .isEqualTo(404);
        String other = share(clip);
        assertThat(RecordedRelay.send(url).statusCode()).isEqualTo(404);
        assertThat(RecordedRelay.send(other).statusCode()).isEqualTo(200);
        host().delete("/cameras/front/clips/" + clip.getString("id") + "/link").expect(204);
        assertThat(RecordedRelay.send(other).statusCode()).isEqualTo(404);
        assertThat(host().get("/audit").body()).contains("clip.create", "clip.share", "clip.unshare");
    }

    @Test
    void clipsAreListedUntilTheyAreDeletedOrTheirCameraIsRemoved() throws IOException {
        JsonObject clip = cut();
        cut();
        assertThat(host().get("/cameras/front/clips").array())
                .hasSize(2)
                .anySatisfy(each ->
                        assertThat(((JsonObject) each).getString("name")).isEqualTo("The fox"));
        host().delete("/cameras/front/clips/" + clip.getString("id")).expect(204);
        host().delete("/cameras/front/clips/" + clip.getString("id")).expect(404);
        assertThat(host().get("/cameras/front/clips").array()).hasSize(1);
        assertThat(files(".mp4").stream().map(Path::getFileName).map(Path::toString))
                .filteredOn(name -> name.startsWith("clip-"))
                .hasSize(1);
        host().delete("/cameras/front").expect(204);
        Await.until("nothing is left", () -> files(".mp4").isEmpty());
    }

    @Test
    void whatCannotBeCutIsRefusedWithASentence() {
        JsonObject wanted = new JsonObject().put("from", from).put("to", from + 1_860_000);
        assertThat(host().post("/cameras/front/clips", wanted).expect(400).body())
                .contains("30 minutes");
        wanted.put("from", 1_000).put("to", 2_000);
        assertThat(host().post("/cameras/front/clips", wanted).expect(404).body())
                .contains("Nothing was recorded then.");
    }

    @Test
    void theCommandsCutShareAndDeleteAClip() {
        assertThat(run("clip", "list", "front").good()).contains("no clips");
        String cut = run(
                        "clip",
                        "create",
                        "front",
                        "--from",
                        Instant.ofEpochMilli(from + 1_100).toString(),
                        "--to",
                        Instant.ofEpochMilli(from + 2_900).toString(),
                        "--name",
                        "The fox")
                .good();
        String id = cut.strip().replaceAll("(?s).*clip share front ", "");
        assertThat(run("clip", "list", "front").good()).contains(id, "The fox");
        assertThat(run("clip", "share", "front", id).good()).contains("/c/front/clip/" + id + ".mp4?key=");
        assertThat(run("clip", "unshare", "front", id).good()).contains("The link was revoked.");
        assertThat(run("clip", "unshare", "front", id).bad(ExitCode.FAILED)).contains("no such clip or link");
        assertThat(run("clip", "delete", "front", id).good()).contains("The clip was deleted.");
        assertThat(run("clip", "share", "front", id).bad(ExitCode.FAILED)).contains("clip list front");
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(temp.resolve("state"), arguments);
    }

    private List<Path> files(String suffix) {
        try (Stream<Path> all = Files.walk(temp.resolve("state/recordings"))) {
            return all.filter(file -> file.toString().endsWith(suffix)).toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of(temp);
        }
    }
}
