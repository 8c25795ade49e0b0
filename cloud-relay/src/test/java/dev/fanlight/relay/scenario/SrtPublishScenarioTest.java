package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fanlight.media.MediaKind;
import dev.fanlight.relay.testing.FfmpegRun;
import dev.fanlight.relay.testing.FlvFile;
import dev.fanlight.relay.testing.GStreamerRun;
import dev.fanlight.relay.testing.SeenMedia;
import dev.fanlight.relay.testing.SrtRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.NewProcesses;
import dev.fanlight.testing.StartsProcesses;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Peers publish by SRT with the addresses that the owner is shown; viewers get the frames that they sent. */
@StartsProcesses
class SrtPublishScenarioTest {

    /** The form of SRT Access Control, as an address has it. */
    private static final String STANDARD = "%23!::r=yard,m=publish,u=";

    private final NewProcesses processes = new NewProcesses();

    @TempDir
    private Path temp;

    private SrtRelay srt;
    private TestCamera camera;

    @BeforeEach
    void start() {
        assumeTrue(SrtRelay.isThere(), "libsrt is not installed");
        srt = SrtRelay.start(temp.resolve("state"), Map.of());
        camera = srt.relay().invite("front");
    }

    @AfterEach
    void stop() {
        if (srt != null) {
            srt.close();
            assertThat(processes.list()).isEmpty();
        }
    }

    @Test
    void whatFfmpegPublishesArrivesUnchanged() throws Exception {
        Path file = FlvFile.make(temp, "-bf 0 -tune zerolatency");
        FlvFile clip = FlvFile.read(file);
        SeenMedia seen = srt.watch(camera);
        String address = srt.address(srt.newKey("front"));
        try (FfmpegRun run = FfmpegRun.start(live(file, address))) {
            assertThat(complaints(run)).isEmpty();
        }
        expectBegin(seen, MediaKind.VIDEO, clip);
        expectBegin(seen, MediaKind.AUDIO, clip);
        Await.until("nothing is left", () -> srt.described().contains("publishers=0"));
    }

    @Test
    void twoCamerasPublishOnOnePortEachByItsOwnKey() throws Exception {
        Path file = FlvFile.make(temp, "-bf 0 -tune zerolatency");
        FlvFile clip = FlvFile.read(file);
        TestCamera yard = srt.relay().invite("yard");
        SeenMedia front = srt.watch(camera);
        SeenMedia back = srt.watch(yard);
        JsonObject key = srt.newKey("yard");
        String standard =
                srt.address(key).replace("publish:yard:" + key.getString("id"), STANDARD + key.getString("id"));
        try (FfmpegRun one = FfmpegRun.start(live(file, srt.address(srt.newKey("front"))));
                FfmpegRun other = FfmpegRun.start(live(file, standard))) {
            assertThat(complaints(one) + complaints(other)).as(srt.described()).isEmpty();
        }
        expectBegin(front, MediaKind.VIDEO, clip);
        expectBegin(back, MediaKind.VIDEO, clip);
    }

    /** What FFmpeg says, but for the end that Debian's libsrt 1.5.1 sometimes comes to when it cleans up: everything has been sent then. */
    private static String complaints(FfmpegRun run) {
        return run.output().replace("corrupted double-linked list\n", "");
    }

    /** H.265 with AAC needs more of MPEG-TS to be understood than H.264. */
    @Test
    void gStreamerPublishesH265() throws Exception {
        assumeTrue(GStreamerRun.isThere(), "GStreamer is not installed");
        Path file = temp.resolve("h265.ts");
        FfmpegRun.run("-f lavfi -i testsrc2=size=320x180:rate=25 -f lavfi -i sine=sample_rate=44100 -t 5 -c:v libx265"
                + " -preset ultrafast -pix_fmt yuv420p -x265-params log-level=none:bframes=0:keyint=10 -c:a aac "
                + file);
        SeenMedia seen = srt.watch(camera);
        Process gstreamer = new ProcessBuilder(
                        "gst-launch-1.0",
                        "-q",
                        "filesrc",
                        "location=" + file,
                        "!",
                        "tsparse",
                        "set-timestamps=true",
                        "!",
                        "srtsink",
                        "wait-for-connection=true",
                        "uri=" + srt.address(srt.newKey("front")))
                .redirectErrorStream(true)
                .start();
        try {
            Await.until(
                    "H.265 and sound",
                    () -> seen.headers(MediaKind.VIDEO).size() > 20
                            && !seen.headers(MediaKind.AUDIO).isEmpty());
        } finally {
            gstreamer.destroyForcibly().waitFor();
        }
    }

    @Test
    void whoDoesNotKnowThePassphraseOrHasNoValidKeyIsRefused() {
        JsonObject key = srt.newKey("front");
        srt.relay().invite("yard");
        String right = srt.address(key);
        String id = key.getString("id");
        for (String wrong : List.of(
                right.replaceAll("passphrase=.*", "passphrase=0123456789abcdef"),
                right.replaceAll("&passphrase=.*", ""),
                right.replace(id, "abcdefgh"),
                right.replace("front", "yard"),
                right.replace("publish:front:" + id, ""),
                right.replace("publish:front:" + id, "publish:front:" + key.getString("key"))
                        .replaceAll("&passphrase=.*", ""))) {
            assertRefused(wrong);
        }
        assertThat(srt.relay().server().describe().get("ffmpeg").toString()).contains("children=0");
    }

    @Test
    void aRevokedKeyEndsItsPublisherAtOnceAndOpensNothingAnyMore() {
        JsonObject key = srt.newKey("front");
        try (FfmpegRun run = FfmpegRun.start(endless(srt.address(key)))) {
            awaitPublishers(1);
            srt.relay()
                    .host()
                    .delete("/cameras/front/publish-keys/" + key.getString("id"))
                    .expect(204);
            awaitPublishers(0);
            assertThat(run.output()).contains("rror");
        }
        assertRefused(srt.address(key));
    }

    @Test
    void aProcessThatIsKilledIsStartedAgainAndTakesTheNextCaller() {
        String address = srt.address(srt.newKey("front"));
        try (FfmpegRun cut = FfmpegRun.start(endless(address))) {
            awaitPublishers(1);
            worker().destroyForcibly();
            awaitPublishers(0);
            assertThat(cut.output()).contains("rror");
        }
        Await.until(
                "SRT runs again",
                () -> srt.relay().server().describe().get("srt").toString().contains("running"));
        try (FfmpegRun next = FfmpegRun.start(endless(address))) {
            awaitPublishers(1);
            assertThat(next.isRunning()).isTrue();
        }
    }

    @Test
    void aDeviceWithoutStreamIdOrPassphraseCanBeAllowed() {
        JsonObject key = srt.newKey("front");
        srt.close();
        srt = SrtRelay.start(
                temp.resolve("state"),
                Map.of(
                        "gateways.srt.clear_keys",
                        "true",
                        "gateways.srt.stream_id",
                        "publish:front:" + key.getString("id")));
        String passphrase = srt.address(srt.newKey("front")).replaceAll(".*passphrase=", "");
        String base = "srt://127.0.0.1:" + srt.port();
        try (FfmpegRun clear = FfmpegRun.start(endless(base + "?streamid=publish:front:" + key.getString("key")))) {
            awaitPublishers(1);
            assertThat(clear.isRunning()).isTrue();
        }
        awaitPublishers(0);
        assertRefused(base + "?passphrase=" + passphrase);
    }

    private void assertRefused(String address) {
        try (FfmpegRun run = FfmpegRun.start(endless(address))) {
            assertThat(run.output()).as(address).contains("rror");
            assertThat(run.exitCode()).as(address).isNotZero();
        }
        assertThat(srt.described()).contains("publishers=0");
    }

    private void awaitPublishers(int count) {
        Await.until(count + " publish", () -> srt.described().contains("publishers=" + count));
    }

    private ProcessHandle worker() {
        return processes.list().stream()
                .filter(process -> process.info()
                        .command()
                        .filter(command -> command.endsWith("/java"))
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }

    /** Three times, because who closes a socket of SRT loses what is within its latency. */
    private static String live(Path file, String address) {
        return "-re -stream_loop 2 -i " + file + " -c copy -f mpegts " + address;
    }

    private static String endless(String address) {
        return "-re -f lavfi -i testsrc2=size=320x180:rate=25 -c:v libx264 -preset ultrafast -tune zerolatency -g 10"
                + " -pix_fmt yuv420p -f mpegts " + address;
    }

    private static void expectBegin(SeenMedia seen, MediaKind kind, FlvFile clip) {
        seen.expectBegin(kind, clip.payloads(kind));
    }
}
