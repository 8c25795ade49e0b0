package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fanlight.media.MediaKind;
import dev.fanlight.relay.testing.FfmpegRun;
import dev.fanlight.relay.testing.FlvFile;
import dev.fanlight.relay.testing.LossyUdp;
import dev.fanlight.relay.testing.SeenMedia;
import dev.fanlight.relay.testing.SrtRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.testing.StartsProcesses;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever else comes to the port, and whatever is lost on the way, a publisher’s frames arrive as they were sent. */
@StartsProcesses
class SrtAttackScenarioTest {

    private static final int HANDSHAKE_BYTES = 64;
    private static final long SEED = 30;

    @TempDir
    private Path temp;

    private SrtRelay srt;
    private TestCamera camera;
    private Path file;
    private FlvFile clip;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(SrtRelay.isThere(), "libsrt is not installed");
        file = FlvFile.make(temp, "-bf 0 -tune zerolatency");
        clip = FlvFile.read(file);
        srt = SrtRelay.start(temp.resolve("state"), Map.of());
        camera = srt.relay().invite("front");
    }

    @AfterEach
    void stop() {
        if (srt != null) {
            srt.close();
        }
    }

    @Test
    void ofFivePercentLossNothingIsSeen() throws Exception {
        SeenMedia seen = srt.watch(camera);
        try (LossyUdp path = LossyUdp.to(srt.port(), 0.05, SEED)) {
            String address = srt.address(srt.newKey("front")).replace(":" + srt.port(), ":" + path.port());
            publish(address);
            seen.expectBegin(MediaKind.VIDEO, clip.payloads(MediaKind.VIDEO));
            seen.expectBegin(MediaKind.AUDIO, clip.payloads(MediaKind.AUDIO));
            assertThat(path.lost()).isPositive();
        }
    }

    @Test
    void hostileDatagramsDisturbNoPublisher() throws Exception {
        SeenMedia seen = srt.watch(camera);
        String address = srt.address(srt.newKey("front"));
        try (FfmpegRun run = FfmpegRun.start(live(address));
                DatagramSocket stranger = new DatagramSocket()) {
            Random random = new Random(SEED);
            for (int i = 0; i < 20_000; i++) {
                byte[] bytes = hostile(random, i);
                stranger.send(new DatagramPacket(
                        bytes, bytes.length, new InetSocketAddress(InetAddress.getLoopbackAddress(), srt.port())));
            }
            assertThat(run.output()).isEmpty();
        }
        seen.expectBegin(MediaKind.VIDEO, clip.payloads(MediaKind.VIDEO));
        assertThat(srt.relay().server().describe().get("srt").toString()).contains("state=running", "connections=0");
    }

    /** Noise, handshakes with random fields, and packets of a connection that is not theirs. */
    private static byte[] hostile(Random random, int number) {
        byte[] bytes = new byte[number % 3 == 0 ? random.nextInt(1_500) : HANDSHAKE_BYTES + random.nextInt(64)];
        random.nextBytes(bytes);
        if (number % 3 == 1) {
            ByteBuffer.wrap(bytes)
                    .putInt(0, 0x8000_0000)
                    .putInt(12, 0)
                    .putInt(16, 4 + number % 2)
                    .putInt(36, number % 2 == 0 ? 1 : -1);
        }
        return bytes;
    }

    private void publish(String address) {
        try (FfmpegRun run = FfmpegRun.start(live(address))) {
            assertThat(run.output()).isEmpty();
        }
    }

    private String live(String address) {
        return "-re -stream_loop 2 -i " + file + " -c copy -f mpegts " + address;
    }
}
