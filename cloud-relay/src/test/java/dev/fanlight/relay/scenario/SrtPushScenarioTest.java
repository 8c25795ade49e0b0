package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fanlight.media.MediaKind;
import dev.fanlight.relay.testing.FfmpegRun;
import dev.fanlight.relay.testing.FlvFile;
import dev.fanlight.relay.testing.SeenMedia;
import dev.fanlight.relay.testing.SrtLiveTransmit;
import dev.fanlight.relay.testing.SrtRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.NewProcesses;
import dev.fanlight.testing.StartsProcesses;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A camera’s stream is pushed on by SRT. */
@StartsProcesses
class SrtPushScenarioTest {

    private static final String PASSPHRASE = "correct-horse-battery";

    private final NewProcesses processes = new NewProcesses();

    @TempDir
    private Path temp;

    private SrtRelay srt;
    private Path file;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(SrtRelay.isThere(), "libsrt is not installed");
        file = FlvFile.make(temp, "-bf 0 -tune zerolatency");
    }

    @AfterEach
    void stop() {
        if (srt != null) {
            srt.close();
            assertThat(processes.list()).isEmpty();
        }
    }

    @Test
    void srtLiveTransmitTakesAPushThatCanBeDecodedCompletely() {
        assumeTrue(SrtLiveTransmit.isThere(), "srt-live-transmit is not installed");
        int port = SrtRelay.freePort();
        Path out = temp.resolve("out.ts");
        String listener = "srt://127.0.0.1:" + port + "?mode=listener&latency=2000&passphrase=" + PASSPHRASE;
        try (SrtLiveTransmit target = SrtLiveTransmit.toFile(listener, out)) {
            JsonObject key = pushing("srt://127.0.0.1:" + port + "?streamid=anything&latency=2000", PASSPHRASE);
            publish(srt.address(key));
            Await.until("enough has come", () -> target.bytes() > file.toFile().length());
            assertThat(srt.relay().server().describe().get("gateway-out").toString())
                    .doesNotContain(PASSPHRASE, "anything");
        }
        List<String> sent = hashes("-i " + file);
        assertThat(sent).containsAll(hashes("-i " + out).subList(0, 40));
    }

    @Test
    void anotherRelayTakesAPush() throws Exception {
        try (SrtRelay target = SrtRelay.start(temp.resolve("target"), Map.of())) {
            TestCamera copy = target.relay().invite("copy");
            SeenMedia seen = target.watch(copy);
            String[] address = target.address(target.newKey("copy")).split("&passphrase=", 2);
            JsonObject key = pushing(address[0] + "&latency=2000", address[1]);
            publish(srt.address(key));
            Await.until(
                    "frames",
                    () -> seen.headers(MediaKind.VIDEO).size() > 40
                            && seen.headers(MediaKind.AUDIO).size() > 40);
            assertThat(seen.headers(MediaKind.VIDEO).get(0).isKey()).isTrue();
        }
    }

    @Test
    void aWrongPassphraseIsReportedAndTriedAgain() {
        assumeTrue(SrtLiveTransmit.isThere(), "srt-live-transmit is not installed");
        int port = SrtRelay.freePort();
        String listener = "srt://127.0.0.1:" + port + "?mode=listener&passphrase=" + PASSPHRASE;
        try (SrtLiveTransmit target = SrtLiveTransmit.toFile(listener, temp.resolve("out.ts"))) {
            JsonObject key = pushing("srt://127.0.0.1:" + port, "something-else");
            publish(srt.address(key));
            Await.until(
                    "the push has failed",
                    () -> srt.relay()
                            .server()
                            .describe()
                            .get("gateway-out")
                            .toString()
                            .contains("state=failed"));
            assertThat(target.bytes()).isZero();
        }
    }

    /** A relay whose camera “front” is pushed, and a publish key of that. */
    private JsonObject pushing(String target, String passphrase) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "gateways.out.type", "push",
                "gateways.out.camera", "front",
                "gateways.out.target", target,
                "gateways.out.networks", "127.0.0.0/8"));
        if (!passphrase.isEmpty()) {
            settings.put("gateways.out.key", passphrase);
        }
        srt = SrtRelay.start(temp.resolve("state"), settings);
        srt.relay().invite("front");
        return srt.newKey("front");
    }

    private void publish(String address) {
        try (FfmpegRun publisher = FfmpegRun.start("-re -stream_loop 3 -i " + file + " -c copy -f mpegts " + address)) {
            assertThat(publisher.output()).isEmpty();
        }
    }

    private static List<String> hashes(String input) {
        return FfmpegRun.run(input + " -map 0:v -fps_mode passthrough -f framehash -hash md5 -")
                .lines()
                .filter(line -> line.startsWith("0,"))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .toList();
    }
}
