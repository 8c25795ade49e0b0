package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fanlight.media.MediaKind;
import dev.fanlight.relay.testing.FfmpegRun;
import dev.fanlight.relay.testing.FlvFile;
import dev.fanlight.relay.testing.SeenMedia;
import dev.fanlight.relay.testing.SrtRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.NewProcesses;
import dev.fanlight.testing.StartsProcesses;
import java.nio.ByteBuffer;
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

    private static final int LOST_AT_THE_END = 15;

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
        try (FfmpegRun run = FfmpegRun.start("-re -i " + file + " -c copy -f mpegts " + address)) {
            assertThat(run.output()).isEmpty();
            assertThat(run.exitCode()).isZero();
        }
        expectBegin(seen, MediaKind.VIDEO, clip);
        expectBegin(seen, MediaKind.AUDIO, clip);
        Await.until("nothing is left", () -> srt.described().contains("publishers=0"));
    }

    /** Who closes a socket of SRT loses what is within its latency. */
    private static void expectBegin(SeenMedia seen, MediaKind kind, FlvFile clip) {
        List<ByteBuffer> sent = clip.payloads(kind);
        seen.expectBegin(kind, sent.subList(0, sent.size() - LOST_AT_THE_END));
    }
}
