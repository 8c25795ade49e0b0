package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.testing.FfmpegRun;
import dev.fanlight.relay.testing.FlvClip;
import dev.fanlight.relay.testing.LoopedClip;
import dev.fanlight.relay.testing.RawHttp;
import dev.fanlight.relay.testing.RecordedRelay;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.StartsProcesses;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is recorded can be seen again, by those who may, frame by frame as it was published. */
@StartsProcesses
class RecordingScenarioTest {

    private static final long EPOCH = 7;
    private static final int FRAMES = 125;
    private static final Map<String, String> ROOM = Map.of("recording.free_percent", "1");

    @TempDir
    private Path temp;

    private RecordedRelay recorded;

    @BeforeEach
    void start() {
        recorded = RecordedRelay.start(temp.resolve("state"), ROOM, "always");
    }

    @AfterEach
    void stop() {
        recorded.close();
    }

    private Path clip() {
        Path file = temp.resolve("clip.flv");
        FfmpegRun.run(
                "-f lavfi -i testsrc2=size=320x180:rate=25:duration=5 -f lavfi -i sine=sample_rate=48000:duration=5"
                        + " -c:v libx264 -preset ultrafast -bf 0 -g 25 -pix_fmt yuv420p -c:a aac -aac_pns 0 " + file);
        return file;
    }

    /** So large that no buffer on the way holds what is recorded of it three times, and not more than a publisher may send at once. */
    private Path largeClip() {
        Path file = temp.resolve("large.flv");
        FfmpegRun.run("-f lavfi -i nullsrc=size=320x180:rate=25:duration=5,noise=alls=100:allf=t"
                + " -f lavfi -i sine=sample_rate=48000:duration=5"
                + " -c:v libx264 -preset ultrafast -b:v 4500k -maxrate 4500k -bufsize 1M -bf 0 -g 25 -pix_fmt yuv420p -c:a aac "
                + file);
        return file;
    }

    private void record(Path file) throws Exception {
        record(file, 1);
    }

    private void record(Path file, int times) throws Exception {
        recorded.awaitReader();
        LoopedClip clip = new LoopedClip(FlvClip.of(Files.readAllBytes(file)), recorded.agent(), EPOCH, 5_000_000);
        for (int i = 0; i < times; i++) {
            clip.sendFrames(FRAMES);
            recorded.awaitRecorded(i * 5_000 + 3_900);
        }
    }

    @Test
    void aDownloadIsOneCleanFileWithTheFramesThatWerePublished() throws Exception {
        Path file = clip();
        record(file);
        Path download = recorded.download("/c/front/recording.mp4", temp.resolve("download.mp4"));
        assertThat(FfmpegRun.run("-xerror -i " + download + " -f null -")).isEmpty();
        List<String> played = hashes(download.toString());
        assertThat(of("0,", played).size()).isGreaterThanOrEqualTo(95);
        assertThat(of("0,", hashes(file.toString())))
                .startsWith(of("0,", played).toArray(String[]::new));
        assertThat(of("1,", hashes(file.toString())))
                .containsSequence(of("1,", played).subList(2, 180));
        assertThat(seconds(download)).isBetween(3.8, 5.1);
    }

    @Test
    void anyPartOfADownloadCanBeAskedFor() throws Exception {
        record(clip());
        String path = "/c/front/recording.mp4?to=" + recorded.spans().get(0).getLong("to");
        byte[] whole = recorded.get(path).body();
        int middle = whole.length / 2;
        HttpResponse<byte[]> part = recorded.get(path, "Range", "bytes=" + middle + "-");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValue("Content-Range"))
                .hasValue("bytes " + middle + "-" + (whole.length - 1) + "/" + whole.length);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole, middle, whole.length));
        assertThat(recorded.get(path, "Range", "bytes=10-19").body()).isEqualTo(Arrays.copyOfRange(whole, 10, 20));
        assertThat(recorded.get(path, "Range", "bytes=999999999-").statusCode()).isEqualTo(416);
    }

    @Test
    void playersOfHlsPlayIt() throws Exception {
        Path file = clip();
        record(file);
        HttpResponse<byte[]> playlist = recorded.get("/c/front/recording.m3u8");
        assertThat(new String(playlist.body(), StandardCharsets.UTF_8))
                .contains("#EXT-X-PLAYLIST-TYPE:VOD", "#EXT-X-PROGRAM-DATE-TIME:", "#EXT-X-ENDLIST");
        List<String> played = of("0,", hashes(recorded.url("/c/front/recording.m3u8")));
        assertThat(played.size()).isGreaterThanOrEqualTo(95);
        assertThat(of("0,", hashes(file.toString()))).startsWith(played.toArray(String[]::new));
    }

    @Test
    void onlyLinksWithTheRightShowIt() throws Exception {
        record(clip());
        String watch = RecordedRelay.link(recorded.relay().host(), "front", new JsonObject().put("can", "moderate"));
        String base = "http://127.0.0.1:" + recorded.relay().plainPort() + "/c/front/";
        String group = new String(recorded.get("/c/front/recording.m3u8").body(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("rewind/"))
                .findFirst()
                .orElseThrow();
        for (String path : List.of("recording.mp4", "recording.m3u8", group.replaceAll("\\?.*", ""))) {
            assertThat(RecordedRelay.send(base + path + "?key=" + watch).statusCode())
                    .as(path)
                    .isEqualTo(404);
            assertThat(RecordedRelay.send(base + path).statusCode()).as(path).isEqualTo(404);
            assertThat(recorded.get("/c/front/" + path).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(recorded.relay().host().get("/audit").body()).contains("recording.download", "recording.watch");
    }

    @Test
    void aDownloadEndsWithItsLink() throws Exception {
        record(largeClip(), 3);
        JsonObject made = recorded.relay()
                .host()
                .post(
                        "/cameras/front/links",
                        new JsonObject().put("can", "watch").put("rewind_ms", 3_600_000))
                .expect(201)
                .json();
        String key = made.getJsonArray("urls").getString(0).replaceAll(".*#", "");
        try (RawHttp download = download(key)) {
            int length = length(download.head());
            recorded.relay().host().delete("/links/" + made.getString("id")).expect(204);
            Thread.sleep(1_000);
            assertThat(download.read(length).length).isLessThan(length);
        }
    }

    @Test
    void fewDownloadAtATime() throws Exception {
        record(largeClip(), 3);
        List<RawHttp> all = new ArrayList<>();
        try {
            for (int i = 0; i < 16; i++) {
                all.add(download(recorded.key()));
                assertThat(all.get(i).head()).startsWith("HTTP/1.1 200 ");
            }
            assertThat(recorded.get("/c/front/recording.mp4").statusCode()).isEqualTo(503);
            assertThat(recorded.get("/c/front/recording.m3u8").statusCode()).isEqualTo(200);
            all.get(0).close();
            Await.until(
                    "there is a place",
                    () -> recorded.get("/c/front/recording.mp4").statusCode() == 200);
        } finally {
            for (RawHttp download : all) {
                download.close();
            }
        }
    }

    private RawHttp download(String key) throws IOException {
        RawHttp download = RawHttp.slow(recorded.relay().plainPort());
        download.send("GET /c/front/recording.mp4?key=" + key + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        return download;
    }

    private static int length(String head) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRemovedCameraLeavesNoRecording() throws Exception {
        record(clip());
        assertThat(files()).isNotEmpty();
        recorded.relay().host().delete("/cameras/front").expect(204);
        Await.until("nothing is left", () -> files().isEmpty());
    }

    private List<Path> files() {
        try (var all = Files.walk(temp.resolve("state/recordings"))) {
            return all.filter(file -> file.toString().endsWith(".mp4")).toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of(temp);
        }
    }

    private static double seconds(Path file) throws IOException {
        Process probe = new ProcessBuilder(
                        "ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", file.toString())
                .start();
        return Double.parseDouble(new String(probe.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip());
    }

    private static List<String> hashes(String input) {
        List<String> lines = FfmpegRun.run(
                        "-threads 1 -i " + input + " -map 0:v -map 0:a -fps_mode passthrough -f framehash -hash md5 -")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertThat(lines).allMatch(line -> line.startsWith("0,") || line.startsWith("1,"));
        return lines;
    }

    private static List<String> of(String stream, List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(stream))
                .map(line -> line.substring(line.lastIndexOf(',') + 1).strip())
                .toList();
    }
}
