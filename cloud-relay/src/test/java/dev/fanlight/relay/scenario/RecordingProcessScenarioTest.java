package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fanlight.identity.CameraName;
import dev.fanlight.identity.Secrets;
import dev.fanlight.media.SourceState;
import dev.fanlight.protocol.agent.Accepted;
import dev.fanlight.protocol.agent.Demand;
import dev.fanlight.protocol.agent.Publish;
import dev.fanlight.protocol.agent.Source;
import dev.fanlight.relay.store.Dialect;
import dev.fanlight.relay.store.Recordings;
import dev.fanlight.relay.store.Recordings.RecordedFile;
import dev.fanlight.relay.store.Recordings.RecordedGroup;
import dev.fanlight.relay.store.RelayStore;
import dev.fanlight.relay.testing.FfmpegRun;
import dev.fanlight.relay.testing.FlvClip;
import dev.fanlight.relay.testing.LoopedClip;
import dev.fanlight.relay.testing.RecordedRelay;
import dev.fanlight.relay.testing.RelayProcess;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestApi;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.FreePort;
import dev.fanlight.testing.StartsProcesses;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A relay that is killed, or whose disk is full, while it records. */
@StartsProcesses
class RecordingProcessScenarioTest {

    private static final CameraName FRONT = new CameraName("front");
    private static final int FRAMES = 125;
    private static final long LOOP_MICROS = 5_000_000;
    private static final long LOST_MILLIS = 1_000;
    private static final int DISK_KIB = 12_288;

    @TempDir
    private Path temp;

    private final Vertx vertx = Vertx.vertx();
    private final WebSocketClient client = vertx.createWebSocketClient(new WebSocketClientOptions());
    private String publishKey = "";
    private long epoch = 7;

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void aRelayThatIsKilledLosesLessThanASecondAndPlaysOverTheCut() throws Exception {
        FlvClip clip = clip();
        int port = FreePort.next();
        try (RelayProcess relay = RelayProcess.start(temp, port)) {
            TestApi host = relay.host();
            invite(host);
            publish(relay, clip).sendFrames(FRAMES);
            awaitRecorded(host, 3_900);
            relay.kill();
        }
        long kept;
        String key;
        try (RelayProcess relay = RelayProcess.start(temp, port)) {
            TestApi host = relay.host();
            kept = recordedMillis(host);
            assertThat(kept).isGreaterThanOrEqualTo(LOOP_MICROS / 1_000 - LOST_MILLIS);
            assertIndexEqualsFiles(relay.state());
            publish(relay, clip).sendFrames(FRAMES);
            awaitRecorded(host, kept + 3_900);
            key = RecordedRelay.rewindKey(host, "front");
            long frames = FfmpegRun.run("-i " + relay.origin() + "/c/front/recording.m3u8?key=" + key
                            + " -map 0:v -fps_mode passthrough -f framehash -hash md5 -")
                    .lines()
                    .filter(line -> line.startsWith("0,"))
                    .count();
            assertThat(frames).isGreaterThanOrEqualTo(2 * 95);
        }
        System.out.println("killed: " + (LOOP_MICROS / 1_000 - kept) + " ms of the recording lost");
    }

    @Test
    void aFullDiskStopsTheRecordingAndNotTheLivePictureUntilThereIsRoom() throws Exception {
        assumeTrue(RelayProcess.canHaveSmallDisk(), "this computer allows no mounts in a namespace");
        FlvClip clip = clip();
        try (RelayProcess relay = RelayProcess.onSmallDisk(temp, DISK_KIB)) {
            TestApi host = relay.host();
            invite(host);
            LoopedClip camera = publish(relay, clip);
            camera.sendFrames(FRAMES);
            awaitRecorded(host, 3_900);
            TestViewer viewer = TestViewer.connect(client, relay.plainPort(), relay.origin());
            viewer.watch("front", RecordedRelay.rewindKey(host, "front"));
            Path filler = relay.state().resolveSibling("filler");
            fill(filler);
            Await.until("the alarm", () -> problem(host).isPresent());
            camera.sendFrames(FRAMES);
            viewer.expectFrames(FRAMES / 2);
            assertThat(host.get("/audit?alerts=true").body()).contains("recording.stop");
            Files.delete(filler);
            Await.until("the end of the alarm", () -> {
                camera.sendFrames(1);
                pause();
                return problem(host).isEmpty();
            });
            long before = recordedMillis(host);
            camera.sendFrames(2 * FRAMES);
            awaitRecorded(host, before + 1_000);
            assertThat(relay.output()).doesNotContain("\tat ");
        }
    }

    /** As long as a frame lasts: the camera goes on. */
    private static void pause() {
        LockSupport.parkNanos(40_000_000);
    }

    private static void fill(Path filler) throws IOException {
        byte[] some = new byte[64 * 1_024];
        try (OutputStream out = Files.newOutputStream(filler)) {
            // Most of it: what the store writes has to fit, so that it is the recording that ends.
            for (long left = filler.getParent().toFile().getUsableSpace() - 768 * 1_024;
                    left > 0;
                    left -= some.length) {
                out.write(some);
            }
        }
    }

    private void invite(TestApi host) {
        host.post("/cameras", new JsonObject().put("camera", "front")).expect(201);
        host.patch("/cameras/front", new JsonObject().put("record", "always")).expect(200);
        publishKey = host.post("/cameras/front/publish-keys", new JsonObject())
                .expect(201)
                .json()
                .getString("key");
    }

    private LoopedClip publish(RelayProcess relay, FlvClip clip) {
        TestAgent page = TestAgent.page(client, relay.plainPort(), relay.origin());
        page.send(new Publish(publishKey, "test"));
        page.expect(Accepted.class);
        page.send(new Source(SourceState.LIVE, Optional.empty()));
        Await.until("somebody reads", () -> page.expect(Demand.class).readers() > 0);
        return new LoopedClip(clip, page, epoch++, LOOP_MICROS);
    }

    private static void awaitRecorded(TestApi host, long millis) {
        Await.until(millis + " ms recorded", () -> recordedMillis(host) >= millis);
    }

    private static long recordedMillis(TestApi host) {
        return host.get("/cameras/front/recording").expect(200).json().getJsonArray("spans").stream()
                .map(JsonObject.class::cast)
                .mapToLong(span -> span.getLong("to") - span.getLong("from"))
                .sum();
    }

    private static Optional<String> problem(TestApi host) {
        return Optional.ofNullable(host.get("/status").json().getString("recording_problem"));
    }

    private static void assertIndexEqualsFiles(Path state) throws IOException {
        try (RelayStore store = RelayStore.open(
                        Dialect.sqlite(state.resolve(RelayStore.FILE)),
                        new Secrets(new SecureRandom()),
                        Clock.systemUTC());
                Stream<Path> walk = Files.walk(state.resolve("recordings"))) {
            Recordings index = store.recordings();
            List<RecordedFile> files = index.files(
                    Files.readString(state.resolve("recordings/folder-id")).strip());
            List<Path> there =
                    walk.filter(path -> path.toString().endsWith(".mp4")).toList();
            assertThat(there).hasSameSizeAs(files).isNotEmpty();
            for (RecordedFile file : files) {
                long position = file.initBytes();
                for (RecordedGroup group : index.groups(file.folder(), file.cameraId(), 0, Long.MAX_VALUE, 1_000)) {
                    if (group.file() == file.startMicros()) {
                        assertThat(group.position()).isEqualTo(position);
                        position += group.bytes();
                    }
                }
                assertThat(file.bytes()).isEqualTo(position);
                assertThat(Files.size(
                                state.resolve("recordings/" + file.cameraId() + "/" + file.startMicros() + ".mp4")))
                        .isEqualTo(position);
            }
            assertThat(index.cameraId(FRONT)).isPresent();
        }
    }

    private FlvClip clip() throws Exception {
        Path file = temp.resolve("clip.flv");
        FfmpegRun.run(
                "-f lavfi -i testsrc2=size=320x180:rate=25:duration=5 -f lavfi -i sine=sample_rate=48000:duration=5"
                        + " -c:v libx264 -preset ultrafast -bf 0 -g 25 -pix_fmt yuv420p -c:a aac -aac_pns 0 " + file);
        return FlvClip.of(Files.readAllBytes(file));
    }
}
