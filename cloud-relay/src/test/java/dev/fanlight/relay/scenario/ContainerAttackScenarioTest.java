package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.MediaKind;
import dev.fanlight.media.StreamState;
import dev.fanlight.relay.child.SharedFfmpeg;
import dev.fanlight.relay.gateway.publication.ContainerTimeouts;
import dev.fanlight.relay.testing.ContainerRelay;
import dev.fanlight.relay.testing.FfmpegRun;
import dev.fanlight.relay.testing.FlvFile;
import dev.fanlight.relay.testing.Mutations;
import dev.fanlight.relay.testing.RawHttp;
import dev.fanlight.relay.testing.SeenMedia;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.NewProcesses;
import dev.fanlight.testing.Soak;
import dev.fanlight.testing.StartsProcesses;
import dev.fanlight.testing.TestScale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ruined containers and peers that hang: each costs its own stream, and nothing is left of it. */
@StartsProcesses
class ContainerAttackScenarioTest {

    private static final int RUINED = TestScale.of(5, 200);
    private static final long SEED = 18;

    private final NewProcesses processes = new NewProcesses();

    @TempDir
    private Path temp;

    private ContainerRelay in;
    private TestCamera camera;
    private String key;

    @BeforeEach
    void start() {
        in = ContainerRelay.start(
                temp.resolve("state"),
                Map.of("ffmpeg.program", SharedFfmpeg.program().toString(), "http.trusted_proxies", "127.0.0.1"),
                new ContainerTimeouts(Duration.ofMillis(500), Duration.ofSeconds(20)));
        camera = in.relay().invite("front");
        key = in.newKey("front");
    }

    @AfterEach
    void stop() {
        in.close();
        assertThat(processes.list()).isEmpty();
    }

    @Test
    @Soak
    void ruinedContainersLeaveNoProcessAndAGoodOneIsTakenAfterThem() throws IOException {
        Path flv = FlvFile.make(temp, "-bf 2");
        Mutations mutations = new Mutations(SEED);
        System.out.println("seed " + SEED);
        for (Map.Entry<String, String> format : Map.of(
                        "mpegts", "video/mp2t",
                        "mp4", "video/mp4",
                        "matroska", "video/x-matroska",
                        "flv", "video/x-flv",
                        "webm", "video/webm")
                .entrySet()) {
            byte[] good = Files.readAllBytes(container(flv, format.getKey()));
            for (int i = 0; i < RUINED; i++) {
                // From many addresses: one may not ask so often.
                String address = "10.0." + i / 10 + ".1";
                int status = in.postFrom(address, format.getValue(), key, mutations.ruin(good))
                        .statusCode();
                assertThat(status).as(format.getKey()).isIn(204, 413, 422, 503);
            }
        }
        Await.until(
                "nothing is left",
                () -> in.children().equals(0) && in.described().contains("publishers=0"));
        assertThat(processes.list()).isEmpty();

        TestCamera other = in.relay().invite("back");
        SeenMedia seen = in.watch(other);
        FlvFile clip = FlvFile.read(flv);
        assertThat(in.post("/in/back", "video/x-flv", in.newKey("back"), Files.readAllBytes(flv))
                        .statusCode())
                .isEqualTo(204);
        seen.expect(MediaKind.VIDEO, clip.payloads(MediaKind.VIDEO));
    }

    @Test
    void aPeerThatSendsNothingIsCutWithASentence() throws IOException {
        try (RawHttp peer = RawHttp.plain(in.relay().plainPort())) {
            peer.send("POST /in/front HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: video/mp2t\r\nAuthorization: Bearer "
                    + key + "\r\nTransfer-Encoding: chunked\r\n\r\n");
            assertThat(peer.head()).startsWith("HTTP/1.1 408");
            Await.until("the connection is closed", peer::isClosed);
        }
        Await.until("nothing is left", () -> in.children().equals(0));
    }

    @Test
    void aSecondPublisherTakesTheCameraOverAndTheFirstIsInformed() throws IOException {
        Path flv = FlvFile.make(temp, "-bf 0");
        TestViewer viewer = in.relay().watching(camera, in.relay().viewer());
        try (RawHttp first = RawHttp.plain(in.relay().plainPort())) {
            byte[] bytes = Files.readAllBytes(flv);
            first.send(
                    "POST /in/front HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: video/x-flv\r\nAuthorization: Bearer "
                            + key + "\r\nContent-Length: " + (bytes.length + 1) + "\r\n\r\n");
            first.send(bytes);
            viewer.expectState(StreamState.LIVE);
            assertThat(in.post("video/x-flv", key, bytes).statusCode()).isEqualTo(204);
            assertThat(first.head()).startsWith("HTTP/1.1 409");
        }
    }

    private Path container(Path flv, String format) {
        Path file = temp.resolve("container." + format);
        String codecs =
                format.equals("webm") ? "-c:v libvpx -deadline realtime -cpu-used 8 -g 10 -c:a libopus" : "-c copy";
        FfmpegRun.run("-i " + flv + " " + codecs + " -f " + format
                + (format.equals("mp4") ? " -movflags frag_keyframe+empty_moov " : " ") + file);
        return file;
    }
}
