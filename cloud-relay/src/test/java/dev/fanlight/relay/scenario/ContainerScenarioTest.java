package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.StreamState;
import dev.fanlight.relay.child.SharedFfmpeg;
import dev.fanlight.relay.gateway.publication.ContainerTimeouts;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.testing.ContainerRelay;
import dev.fanlight.relay.testing.FfmpegRun;
import dev.fanlight.relay.testing.FlvFile;
import dev.fanlight.relay.testing.LogRecords;
import dev.fanlight.relay.testing.RtmpRelay;
import dev.fanlight.relay.testing.SeenMedia;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.NewProcesses;
import dev.fanlight.testing.StartsProcesses;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** FFmpeg and others push containers by HTTP with a publish key; viewers get the frames that were in them, bit by bit. */
@StartsProcesses
class ContainerScenarioTest {

    private static final String LIVE = "-re -f lavfi -i testsrc2=size=320x180:rate=25 -c:v libx264 -preset ultrafast"
            + " -tune zerolatency -g 10 -pix_fmt yuv420p";

    /** Its place in a line of FFmpeg’s. */
    private static final int HASH = 5;

    private final NewProcesses processes = new NewProcesses();

    @TempDir
    private Path temp;

    private ContainerRelay in;
    private TestRelay relay;
    private TestCamera camera;
    private String key;

    @BeforeEach
    void start() {
        in = ContainerRelay.start(temp.resolve("state"), ContainerTimeouts.STANDARD);
        relay = in.relay();
        camera = relay.invite("front");
        key = in.newKey("front");
    }

    @AfterEach
    void stop() {
        in.close();
        assertThat(processes.list()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "mpegts, video/mp2t, -bf 0 -tune zerolatency",
        "mpegts, video/mp2t, -bf 2",
        "mp4 -movflags frag_every_frame+empty_moov+default_base_moof, video/mp4, -bf 2",
        "matroska, video/x-matroska, -bf 2",
        "flv, video/x-flv, -bf 2"
    })
    void whatFfmpegPushesArrivesUnchangedAndInTime(String format, String mediaType, String options) {
        Path file = FlvFile.make(temp, options);
        FlvFile clip = FlvFile.read(file);
        SeenMedia seen = in.watch(camera);
        String[] words = format.split(" ", 2);
        String more = words.length > 1 ? " " + words[1] : "";
        long begun = System.nanoTime();
        try (FfmpegRun run = in.push("-re -i " + file + " -c copy" + more, words[0], mediaType, key)) {
            Await.until("the first frame", () -> !seen.headers(MediaKind.VIDEO).isEmpty());
            System.out.println(words[0] + ": first frame " + (System.nanoTime() - begun) / 1_000_000
                    + " ms after the start of FFmpeg");
            assertThat(run.output()).isEmpty();
            assertThat(run.exitCode()).isZero();
        }
        seen.expect(MediaKind.VIDEO, clip.payloads(MediaKind.VIDEO));
        seen.expect(MediaKind.AUDIO, clip.payloads(MediaKind.AUDIO));
        List<MediaHeader> video = seen.headers(MediaKind.VIDEO);
        assertThat(video).extracting(MediaHeader::captureMicros).isSorted();
        assertThat(video.stream().anyMatch(header -> header.offsetMicros() > 0)).isEqualTo(options.equals("-bf 2"));
        Await.until(
                "nothing is left",
                () -> in.children().equals(0) && in.described().contains("publishers=0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"libvpx", "libvpx-vp9"})
    void webmArrivesUnchangedWithoutAChildAndLateJoinersBeginAtAKeyFrame(String encoder) {
        Path file = temp.resolve("clip.webm");
        FfmpegRun.run("-f lavfi -i testsrc2=size=320x180:rate=25 -f lavfi -i sine=sample_rate=48000 -t 2 -c:v "
                + encoder + " -deadline realtime -cpu-used 8 -g 10 -b:v 500k -c:a libopus -f webm -live 1 " + file);
        SeenMedia seen = in.watch(camera);
        try (FfmpegRun run = in.push("-re -i " + file + " -c copy -live 1", "webm", "video/webm", key)) {
            Await.until("the second key frame", () -> keys(seen) >= 2);
            TestViewer late = relay.viewer();
            SeenMedia joined = SeenMedia.of(late);
            relay.watching(camera, late);
            Await.until(
                    "its first frame", () -> !joined.headers(MediaKind.VIDEO).isEmpty());
            assertThat(joined.headers(MediaKind.VIDEO).get(0).isKey()).isTrue();
            assertThat(relay.server().counters().get(RelayCounter.CHILDREN_STARTED))
                    .isZero();
            assertThat(run.exitCode()).isZero();
        }
        List<String> video = packets(file, "v");
        assertThat(seen.hashes(MediaKind.VIDEO, video.size())).isEqualTo(video);
        List<String> audio = packets(file, "a");
        assertThat(seen.hashes(MediaKind.AUDIO, audio.size())).isEqualTo(audio);
    }

    /** H.265 with AAC needs more of MPEG-TS to be understood than H.264; too small a probe loses it. */
    @Test
    void h265InMpegTsArrivesUnchanged() throws Exception {
        Path file = temp.resolve("h265.mp4");
        FfmpegRun.run("-f lavfi -i testsrc2=size=320x180:rate=25 -f lavfi -i sine=sample_rate=44100 -t 1 -c:v libx265"
                + " -preset ultrafast -pix_fmt yuv420p -x265-params log-level=none:bframes=2:keyint=10 -c:a aac "
                + file);
        Path flv = temp.resolve("h265.flv");
        Process made = new ProcessBuilder(
                        SharedFfmpeg.program().toString(),
                        "-nostdin",
                        "-v",
                        "error",
                        "-i",
                        file.toString(),
                        "-c",
                        "copy",
                        flv.toString())
                .inheritIO()
                .start();
        assertThat(made.waitFor()).isZero();
        FlvFile clip = FlvFile.read(flv);
        SeenMedia seen = in.watch(camera);
        try (FfmpegRun run = in.push("-re -i " + file + " -c copy", "mpegts", "video/mp2t", key)) {
            assertThat(run.exitCode()).isZero();
        }
        seen.expect(MediaKind.VIDEO, clip.payloads(MediaKind.VIDEO));
        seen.expect(MediaKind.AUDIO, clip.payloads(MediaKind.AUDIO));
    }

    @Test
    void soundThatFlvCannotCarryIsRefusedWithAWayOutAndBecomesOpusOnRequest() {
        byte[] container = file(
                "clip.ts",
                "-f lavfi -i testsrc2=size=320x180:rate=25 -f lavfi -i sine -t 1 -c:v libx264 -preset ultrafast -c:a mp2",
                "mpegts");
        HttpResponse<String> refused;
        try (LogRecords log = LogRecords.listen()) {
            refused = in.post("video/mp2t", key, container);
            assertThat(log.all())
                    .extracting(LogRecord::getMessage)
                    .contains("What is published to front was ended: it could not be read");
        }
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("header").contains("?sound=opus");

        SeenMedia seen = in.watch(camera);
        assertThat(in.post("/in/front?sound=opus", "video/mp2t", key, container).statusCode())
                .isEqualTo(204);
        Await.until("sound", () -> !seen.headers(MediaKind.AUDIO).isEmpty());
    }

    @Test
    void aPeerWithoutAKeyOfThisCameraIsRefusedBeforeItsContainerIsRead() {
        relay.invite("back");
        for (String wrong : List.of("wrong", "x".repeat(300), in.newKey("back"))) {
            HttpResponse<String> answer = in.post("video/mp2t", wrong, new byte[200_000]);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).contains("no valid publish key of this camera");
        }
        assertThat(relay.server().counters().get(RelayCounter.CHILDREN_STARTED)).isZero();
        assertThat(relay.server().counters().get(RelayCounter.PUBLISHERS_REFUSED))
                .isEqualTo(3);
    }

    @Test
    void aCameraIsPendingUntilSomethingWasPublishedAndOfflineThen() {
        assertThat(state()).isEqualTo("pending");
        byte[] container = file("clip.ts", "-f lavfi -i testsrc2=size=320x180:rate=25 -t 1 -c:v libx264", "mpegts");
        assertThat(in.post("video/mp2t", key, container).statusCode()).isEqualTo(204);
        Await.until("it is offline", () -> state().equals("offline"));
    }

    private String state() {
        return relay.host().get("/cameras/front").expect(200).json().getString("state");
    }

    @Test
    void theFormatHasToBeSaid() {
        HttpResponse<String> answer = in.post("application/octet-stream", key, new byte[] {1});
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("video/mp2t").contains("video/webm");
    }

    @Test
    void whatIsNotTheFormatThatItSaysIsRefusedWithASentence() {
        byte[] garbage = "this is no video at all\n".repeat(1_000).getBytes(StandardCharsets.US_ASCII);
        for (String mediaType : List.of("video/mp2t", "video/mp4", "video/x-matroska", "video/x-flv", "video/webm")) {
            HttpResponse<String> answer = in.post(mediaType, key, garbage);
            assertThat(answer.statusCode()).as(mediaType + ": " + answer.body()).isEqualTo(422);
            assertThat(answer.body()).hasSizeGreaterThan(20);
        }
        Await.until("nothing is left", () -> in.children().equals(0));
    }

    @Test
    void aChildThatIsKilledEndsItsStreamOnlyAndThePublisherIsInformed() {
        TestViewer viewer = relay.watching(camera, relay.viewer());
        try (FfmpegRun run = in.push(LIVE, "mpegts", "video/mp2t", key)) {
            viewer.expectState(StreamState.LIVE);
            processes.list().stream()
                    .filter(ContainerScenarioTest::isOfTheRelay)
                    .forEach(ProcessHandle::destroyForcibly);
            viewer.expectState(StreamState.OFFLINE);
            assertThat(run.exitCode()).isNotZero();
        }
        assertThat(relay.server().counters().get(RelayCounter.CHILDREN_FAILED)).isEqualTo(1);
    }

    @Test
    void thePublisherThatDisconnectsIsGoneAndItsChildToo() {
        TestViewer viewer = relay.watching(camera, relay.viewer());
        FfmpegRun run = in.push(LIVE, "mpegts", "video/mp2t", key);
        viewer.expectState(StreamState.LIVE);
        run.close();
        viewer.expectState(StreamState.OFFLINE);
        Await.until(
                "nothing is left",
                () -> in.children().equals(0) && in.described().contains("publishers=0"));
    }

    @Test
    void revokingItsKeyEndsAPublisherAtOnce() {
        JsonObject made = RtmpRelay.newKey(relay, "front");
        TestViewer viewer = relay.watching(camera, relay.viewer());
        try (FfmpegRun run = in.push(LIVE, "flv", "video/x-flv", made.getString("key"))) {
            viewer.expectState(StreamState.LIVE);
            relay.host()
                    .delete("/cameras/front/publish-keys/" + made.getString("id"))
                    .expect(204);
            viewer.expectState(StreamState.OFFLINE);
            assertThat(run.exitCode()).isNotZero();
        }
    }

    private static long keys(SeenMedia seen) {
        return seen.headers(MediaKind.VIDEO).stream().filter(MediaHeader::isKey).count();
    }

    private static boolean isOfTheRelay(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.startsWith("/usr/bin/ffmpeg"))
                .isEmpty();
    }

    private byte[] file(String name, String arguments, String format) {
        Path file = temp.resolve(name);
        FfmpegRun.run(arguments + " -f " + format + " " + file);
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The hashes of the packets of a file. */
    private static List<String> packets(Path file, String kind) {
        return FfmpegRun.run("-i " + file + " -map 0:" + kind + " -c copy -f framehash -hash md5 -")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(", *", -1)[HASH])
                .toList();
    }
}
