package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fanlight.cli.Finding;
import dev.fanlight.media.MediaKind;
import dev.fanlight.relay.doctor.GatewayCheck;
import dev.fanlight.relay.doctor.PortCheck;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.testing.FfmpegRun;
import dev.fanlight.relay.testing.FlvClip;
import dev.fanlight.relay.testing.FlvFfmpeg;
import dev.fanlight.relay.testing.GStreamerRun;
import dev.fanlight.relay.testing.SrtLiveTransmit;
import dev.fanlight.relay.testing.SrtRelay;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.NewProcesses;
import dev.fanlight.testing.StartsProcesses;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Players watch by SRT with the address that the owner is shown for a link, and get what was published. */
@StartsProcesses
class SrtPlayScenarioTest {

    private final NewProcesses processes = new NewProcesses();

    @TempDir
    private Path temp;

    private SrtRelay srt;
    private String publish;
    private JsonObject link;
    private Path file;
    private FlvClip clip;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(SrtRelay.isThere(), "libsrt is not installed");
        file = new FlvFfmpeg(temp).clip("-c:v", "libx264", "-bf", "0", "-c:a", "aac");
        clip = FlvClip.of(Files.readAllBytes(file));
        srt = SrtRelay.start(temp.resolve("state"), Map.of());
        srt.relay().invite("front");
        link = srt.newLink("front");
        publish = srt.address(srt.newKey("front"));
    }

    @AfterEach
    void stop() {
        if (srt != null) {
            srt.close();
            assertThat(processes.list()).isEmpty();
        }
    }

    @Test
    void ffmpegDecodesTheVideoFrameByFrame() {
        try (FfmpegRun player = FfmpegRun.start("-analyzeduration 500000 -i " + srt.address(link) + hashes())) {
            awaitViewers(1);
            publish();
            assertThat(hashes(player.output())).isEqualTo(expected());
        }
        Await.until("nobody watches", () -> srt.described().contains("viewers=0"));
    }

    @Test
    void doctorFindsTheGatewayAndMissesItWhenItIsGone() {
        GatewayCheck check = new GatewayCheck(new PortCheck(true, Duration.ofSeconds(1)));
        JsonObject address = new JsonObject()
                .put("protocol", "SRT")
                .put("use", "watch")
                .put("url", srt.address(link).replaceAll("[?].*", ""));
        assertThat(check.run(address).level()).isEqualTo(Finding.Level.FINE);
        srt.close();
        assertThat(check.run(address).level()).isEqualTo(Finding.Level.PROBLEM);
    }

    @Test
    void twoPlayersShareOneMuxerBesideThePublishersChild() {
        try (FfmpegRun one = FfmpegRun.start("-analyzeduration 500000 -i " + srt.address(link) + hashes());
                FfmpegRun other = FfmpegRun.start("-analyzeduration 500000 -i " + srt.address(link) + hashes())) {
            awaitViewers(2);
            publish();
            assertThat(hashes(one.output())).isEqualTo(expected());
            assertThat(hashes(other.output())).isEqualTo(expected());
        }
        assertThat(srt.relay().server().counters().get(RelayCounter.CHILDREN_STARTED))
                .isEqualTo(2);
    }

    @Test
    void srtLiveTransmitGetsAStreamThatCanBeDecodedCompletely() {
        assumeTrue(SrtLiveTransmit.isThere(), "srt-live-transmit is not installed");
        try (SrtLiveTransmit player = SrtLiveTransmit.toFile(srt.address(link), temp.resolve("out.ts"))) {
            awaitViewers(1);
            publish();
            Await.until("enough has come", () -> player.bytes() > file.toFile().length() * 9 / 10);
        }
        assertThat(hashes(FfmpegRun.run("-i " + temp.resolve("out.ts") + hashes())))
                .isEqualTo(expected());
    }

    @Test
    void gStreamerGetsEveryFrame() throws Exception {
        assumeTrue(GStreamerRun.isThere(), "GStreamer is not installed");
        Path out = temp.resolve("out.ts");
        Process player = new ProcessBuilder(
                        "gst-launch-1.0",
                        "-q",
                        "srtsrc",
                        "uri=" + srt.address(link),
                        "!",
                        "filesink",
                        "location=" + out)
                .redirectErrorStream(true)
                .start();
        try {
            awaitViewers(1);
            publish();
            Await.until(
                    "enough has come",
                    () -> out.toFile().length() > file.toFile().length() * 9 / 10);
        } finally {
            player.destroyForcibly().waitFor();
        }
        assertThat(hashes(FfmpegRun.run("-i " + out + hashes()))).isEqualTo(expected());
    }

    @Test
    void revokingTheLinkEndsItsPlayersAtOnce() {
        try (FfmpegRun player = FfmpegRun.start("-i " + srt.address(link) + " -f null -")) {
            awaitViewers(1);
            long begun = System.nanoTime();
            srt.relay().host().delete("/links/" + link.getString("id")).expect(204);
            Await.until("nobody watches", () -> srt.described().contains("viewers=0"));
            assertThat(System.nanoTime() - begun).isLessThan(5_000_000_000L);
            player.output();
        }
        assertThat(FfmpegRun.start("-i " + srt.address(link) + " -f null -").exitCode())
                .isNotZero();
    }

    @Test
    void withoutTheRightPassphraseNothingIsSent() {
        String address = srt.address(link);
        for (String wrong : List.of(
                address.replaceAll("passphrase=.*", "passphrase=0123456789abcdef"),
                address.replaceAll("&passphrase=.*", ""),
                address.replace(link.getString("id"), "abcdefgh"),
                address.replaceAll(":[^:]*&passphrase=.*", ""))) {
            try (FfmpegRun player = FfmpegRun.start("-i " + wrong + " -f null -")) {
                assertThat(player.output()).contains("rror");
                assertThat(player.exitCode()).isNotZero();
            }
        }
        assertThat(srt.described()).contains("viewers=0");
    }

    private void awaitViewers(int count) {
        Await.until(
                count + " watch",
                () -> srt.relay()
                                .host()
                                .get("/cameras/front/viewers")
                                .expect(200)
                                .array()
                                .size()
                        == count);
    }

    /** In real time, since SRT has no way to send many frames at once, and three times, because who closes a socket loses what is within its latency. */
    private void publish() {
        try (FfmpegRun publisher = FfmpegRun.start("-re -stream_loop 2 -i " + file + " -c copy -f mpegts " + publish)) {
            assertThat(publisher.output()).isEmpty();
        }
    }

    private String hashes() {
        int count = clip.of(MediaKind.VIDEO).size() - FlvFfmpeg.HELD;
        return " -map 0:v -fps_mode passthrough -frames:v " + count + " -f framehash -hash md5 -";
    }

    private List<String> expected() {
        return hashes(FfmpegRun.run("-i " + file + hashes()));
    }

    /** The hashes in what FFmpeg has written, without times; what it complains of stays. */
    private static List<String> hashes(String output) {
        return output.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceFirst("^0,.*, *([0-9a-f]{32})$", "$1"))
                .toList();
    }
}
