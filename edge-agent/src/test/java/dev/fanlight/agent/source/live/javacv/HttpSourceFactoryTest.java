package dev.fanlight.agent.source.live.javacv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.config.AgentTimeouts;
import dev.fanlight.agent.encode.javacv.DecodingCheck;
import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.agent.source.SourceProblem;
import dev.fanlight.agent.testing.Footage;
import dev.fanlight.agent.testing.FootageServer;
import dev.fanlight.agent.testing.GeneratedVideo;
import dev.fanlight.agent.testing.LiveRun;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.Track;
import dev.fanlight.testing.StartsProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against an HTTP server that sends real footage. */
@StartsProcesses
class HttpSourceFactoryTest {

    private static final Map<String, String> AS_IT_IS = Map.of("camera.encode", "none", "camera.audio", "true");
    private static final AgentTimeouts.Live IMPATIENT = new AgentTimeouts.Live(
            Duration.ofSeconds(10), Duration.ofMillis(700), Duration.ofSeconds(30), Duration.ofMillis(200));

    @RegisterExtension
    final GeneratedVideo video = new GeneratedVideo();

    private FootageServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = FootageServer.start();
    }

    @AfterEach
    void closeServer() {
        server.close();
    }

    private LiveRun open(String path, Map<String, String> settings) throws Exception {
        return LiveRun.open(HttpSourceFactory::new, server.url(path), settings);
    }

    private List<Path> images() throws Exception {
        video.make("image%d.jpg", "-i IN -frames:v 10 -q:v 6 -an", Footage.CARS);
        List<Path> images = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            images.add(video.path("image" + i + ".jpg"));
        }
        return images;
    }

    private static void printFirst(LiveRun run) throws Exception {
        run.video(1);
        System.out.println("first video of " + run.source().describe() + " after "
                + run.age().toMillis() + " ms");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void mjpegIsDecodedAndStampedWhenItComes(boolean withLength) throws Exception {
        server.mjpeg("/", images(), withLength, 1_000);
        try (LiveRun run = open("/", Map.of("camera.fps", "60"))) {
            printFirst(run);
            run.video(20);
            List<RawFrame> frames = run.output.frames;
            assertThat(frames.get(0).format().size().width()).isEqualTo(768);
            assertThat(run.source().describe())
                    .endsWith("encoded here, because it sends mjpeg, and only H.264 and H.265"
                            + " can be passed through");
            long span = frames.get(19).captureMicros() - frames.get(9).captureMicros();
            // FFmpeg counts 25 a second, whatever comes.
            assertThat(span).isGreaterThanOrEqualTo(450_000);
        }
    }

    @Test
    void mjpegIsRefusedWhereEncodingIsForbidden() throws Exception {
        server.mjpeg("/", images(), true, 1_000);
        try (LiveRun run = open("/", AS_IT_IS)) {
            assertThat(run.failure()).hasMessageContaining("sends mjpeg").hasMessageEndingWith("camera.encode=auto");
        }
    }

    @Test
    void aCameraThatStopsSendingIsSilent() throws Exception {
        server.mjpeg("/", images(), true, 5);
        try (LiveRun run = LiveRun.open(HttpSourceFactory::new, server.url("/"), Map.of(), IMPATIENT)) {
            run.video(2);
            assertThat(run.failure().problem()).isEqualTo(SourceProblem.SILENT);
        }
    }

    @Test
    void transportStreamsArePassedThroughWithTheirSound() throws Exception {
        server.live("/live.ts", video.make("x.ts", "-i IN -c copy", Footage.CARS), 90);
        try (LiveRun run = open("/live.ts", AS_IT_IS)) {
            printFirst(run);
            run.video(30).audio(10);
            assertThat(run.output.announced.get(0))
                    .extracting(track -> track.config().codec())
                    .containsExactly("avc1.428016", "mp4a.40.2");
            assertDecodes(run);
            assertThat(run.output.all)
                    .filteredOn(one -> one.track() == 2)
                    .allMatch(one -> (one.unit().payload().bytes().getShort(0) & 0xFFF0) != 0xFFF0);
        }
    }

    @Test
    void segmentsOfHlsAreSlowedDownToTheirOwnTime() throws Exception {
        video.make("live.m3u8", "-i IN -c copy -f hls -hls_time 2 -hls_list_size 0", Footage.CARS);
        serveFolder();
        try (LiveRun run = open("/live.m3u8", AS_IT_IS)) {
            printFirst(run);
            run.video(40);
            assertDecodes(run);
            List<AccessUnit> units = run.output.units;
            for (int i = 1; i < 40; i++) {
                assertThat(units.get(i).captureMicros() - units.get(i - 1).captureMicros())
                        .isEqualTo(80_000);
            }
            assertThat(run.age()).isGreaterThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void aPlaylistCannotNameAFileOfThisComputer() throws Exception {
        Path playlist = video.path("evil.m3u8");
        Files.writeString(
                playlist,
                "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:9.6,\nfile://"
                        + video.make("local.ts", "-i IN -c copy", Footage.CARS) + "\n#EXT-X-ENDLIST\n");
        server.file("/evil.m3u8", playlist, "application/vnd.apple.mpegurl");
        try (LiveRun run = open("/evil.m3u8", AS_IT_IS)) {
            run.failure();
            assertThat(run.output.all).isEmpty();
        }
    }

    @Test
    void credentialsAreSettings() throws Exception {
        Path file = video.make("x.ts", "-i IN -c copy -an -t 2", Footage.CARS);
        server.secret("/x", "admin", "p@ss:w/rd", file);
        try (LiveRun run = open("/x", Map.of("camera.user", "admin", "camera.password", "p@ss:w/rd"))) {
            run.video(5);
        }
        try (LiveRun run = open("/x", Map.of("camera.user", "admin", "camera.password", "hunter2"))) {
            assertThat(run.failure()).hasMessageContaining("(401)").hasMessageNotContaining("hunter2");
        }
    }

    @Test
    void whatIsNoVideoIsSaidSo() throws Exception {
        server.file("/", Files.writeString(video.path("index.html"), "<html>Log in".repeat(1_000)), "text/html");
        try (LiveRun run = open("/", AS_IT_IS)) {
            assertThat(run.failure().problem()).isEqualTo(SourceProblem.NOT_VIDEO);
        }
        try (LiveRun run = open("/", Map.of())) {
            assertThat(run.failure()).hasMessageEndingWith("answers with something other than a video stream.");
        }
    }

    @Test
    void aFileThatEndsHasEnded() throws Exception {
        server.file("/x.ts", video.make("x.ts", "-i IN -c copy -an -t 1", Footage.CARS), "video/mp2t");
        try (LiveRun run = open("/x.ts", AS_IT_IS)) {
            assertThat(run.failure()).hasMessageEndingWith("has ended the connection.");
        }
    }

    private void serveFolder() throws IOException {
        try (Stream<Path> files = Files.list(video.path("x").toAbsolutePath().getParent())) {
            files.forEach(file -> server.file("/" + file.getFileName(), file, "application/octet-stream"));
        }
    }

    private static void assertDecodes(LiveRun run) {
        Track first = run.output.video().get(0);
        try (DecodingCheck decoder = new DecodingCheck(first.config())) {
            assertThat(run.output.units).allMatch(unit -> decoder.decode(unit).isPresent());
        }
    }
}
