package dev.fanlight.agent.source.live.javacv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.config.AgentTimeouts;
import dev.fanlight.agent.encode.javacv.DecodingCheck;
import dev.fanlight.agent.javacv.NativeLibraries;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceProblem;
import dev.fanlight.agent.testing.Footage;
import dev.fanlight.agent.testing.LiveRun;
import dev.fanlight.agent.testing.RtspServer;
import dev.fanlight.agent.testing.RtspServer.Stream;
import dev.fanlight.agent.testing.VlcServer;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.AudioShape;
import dev.fanlight.media.NalConfig;
import dev.fanlight.media.Track;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.StartsProcesses;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against GStreamer’s RTSP server. */
@StartsProcesses
class RtspSourceFactoryTest {

    private static final Map<String, String> AS_IT_IS = Map.of("camera.encode", "none", "camera.audio", "true");

    private static final AgentTimeouts.Live IMPATIENT = new AgentTimeouts.Live(
            Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(30), Duration.ofMillis(200));
    private static final AgentTimeouts.Live PATIENT_AT_FIRST = new AgentTimeouts.Live(
            Duration.ofSeconds(10), IMPATIENT.silence(), IMPATIENT.keyFrame(), IMPATIENT.cancel());

    @BeforeAll
    static void quiet() {
        NativeLibraries.load(false);
    }

    private static LiveRun open(String url, Map<String, String> settings) throws Exception {
        return LiveRun.open(RtspSourceFactory::new, url, settings);
    }

    private static void assertPassed(LiveRun run, int count) throws Exception {
        run.video(1);
        System.out.println("first access unit of " + run.source().describe() + " after "
                + run.age().toMillis() + " ms");
        run.video(count);
        assertThat(run.output.frames).isEmpty();
        List<AccessUnit> units = run.output.units;
        assertThat(units.get(0).key()).isTrue();
        assertThat(units).isSortedAccordingTo((a, b) -> Long.compare(a.captureMicros(), b.captureMicros()));
        try (DecodingCheck decoder = new DecodingCheck(run.output.video().get(0).config())) {
            assertThat(units).allMatch(unit -> decoder.decode(unit).isPresent());
        }
    }

    @ParameterizedTest
    @CsvSource({"H264, tcp", "H264, udp", "H265, tcp", "H265, udp"})
    void videoIsPassedThroughOverBothTransports(Stream stream, String transport) throws Exception {
        try (RtspServer server = RtspServer.start(stream);
                LiveRun run =
                        open(server.url(stream), Map.of("camera.encode", "none", "camera.rtsp_transport", transport))) {
            assertPassed(run, 20);
            assertThat(run.source().describe()).contains("768x432").endsWith("passed through");
        }
    }

    @ParameterizedTest
    @CsvSource({"AAC, mp4a.40.2", "OPUS, opus", "PCMU, ulaw"})
    void soundIsPassedThroughBesideTheVideo(Stream stream, String codec) throws Exception {
        try (RtspServer server = RtspServer.start(stream);
                LiveRun run = open(server.url(stream), AS_IT_IS)) {
            assertPassed(run, 10);
            run.audio(20);
            List<Track> tracks = run.output.announced.get(0);
            assertThat(tracks)
                    .extracting(track -> track.config().codec())
                    .last()
                    .isEqualTo(codec);
            assertThat(tracks.get(1).shape()).isInstanceOf(AudioShape.class);
            assertThat(run.output.notices).isEmpty();
        }
    }

    @Test
    void parameterSetsAreKnownBeforeTheFirstFrameWithoutProbing() throws Exception {
        try (RtspServer server = RtspServer.start(Stream.H264);
                LiveRun run = open(server.url(Stream.H264), AS_IT_IS)) {
            run.video(1);
            NalConfig config = (NalConfig) run.output.video().get(0).config();
            assertThat(config.shape().width()).isEqualTo(768);
            assertThat(config.promisesNoReordering()).isTrue();
        }
    }

    @Test
    void parameterSetsThatChangeBeginANewFormat() throws Exception {
        try (RtspServer server = RtspServer.start(Stream.CHANGING);
                LiveRun run = open(server.url(Stream.CHANGING), AS_IT_IS)) {
            run.video(11);
            assertThat(run.output.video())
                    .extracting(track -> track.config().codec())
                    .containsExactly("avc1.42C00A", "avc1.64000A");
        }
    }

    @Test
    void anotherMakeOfServerWorksOverTheTransportThatTheSentenceNames() throws Exception {
        Path readable = Files.createTempFile(
                "footage", ".mp4", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));
        Files.copy(Footage.CARS, readable, StandardCopyOption.REPLACE_EXISTING);
        try (VlcServer server = VlcServer.start(readable)) {
            Await.until("VLC serves", server::answers);
            try (LiveRun run = open(server.url(), AS_IT_IS)) {
                assertThat(run.failure())
                        .hasMessageEndingWith("does not send its media over tcp. Set camera.rtsp_transport=udp.");
            }
            try (LiveRun run = open(
                    server.url(),
                    Map.of("camera.encode", "none", "camera.audio", "true", "camera.rtsp_transport", "udp"))) {
                assertPassed(run, 20);
                run.audio(20);
            }
        } finally {
            Files.delete(readable);
        }
    }

    @Test
    void videoWithBFramesIsEncodedHereAndSaysWhy() throws Exception {
        try (RtspServer server = RtspServer.start(Stream.REORDERED);
                LiveRun run = open(server.url(Stream.REORDERED), Map.of())) {
            run.video(10);
            assertThat(run.output.units).isEmpty();
            assertThat(run.output.frames).hasSize(10);
            assertThat(run.source().describe()).contains("encoded here, because it has B-frames");
        }
    }

    @Test
    void videoWithBFramesIsRefusedWhereEncodingIsForbidden() throws Exception {
        try (RtspServer server = RtspServer.start(Stream.REORDERED);
                LiveRun run = open(server.url(Stream.REORDERED), AS_IT_IS)) {
            assertThat(run.failure()).hasMessageContaining("has B-frames").hasMessageEndingWith("camera.encode=auto");
        }
    }

    @Test
    void h265IsEncodedHereUnlessEncodingIsForbidden() throws Exception {
        try (RtspServer server = RtspServer.start(Stream.H265);
                LiveRun run = open(server.url(Stream.H265), Map.of())) {
            run.video(5);
            assertThat(run.output.frames).hasSize(5);
            assertThat(run.output.frames.get(0).format().size().width()).isEqualTo(768);
        }
    }

    @Test
    void aPasswordWithEverySignInItIsASettingOfItsOwn() throws Exception {
        try (RtspServer server = RtspServer.start(Stream.SECRET);
                LiveRun run = open(
                        server.url(Stream.SECRET), Map.of("camera.user", "viewer", "camera.password", "p@ss/w:rd"))) {
            assertPassed(run, 5);
        }
    }

    @Test
    void aPasswordInTheAddressWorksAndIsShownNowhere() throws Exception {
        try (RtspServer server = RtspServer.start(Stream.SECRET)) {
            String address = server.url(Stream.SECRET).replace("rtsp://", "rtsp://viewer:p@ss/w:rd@");
            try (LiveRun run = open(address, Map.of())) {
                assertPassed(run, 2);
                assertThat(run.source().describe()).doesNotContain("viewer", "p@ss", "secret");
            }
            String wrong = server.url(Stream.SECRET).replace("rtsp://", "rtsp://viewer:hunter2@");
            try (LiveRun run = open(wrong, Map.of())) {
                SourceException refused = run.failure();
                assertThat(refused.problem()).isEqualTo(SourceProblem.NO_PERMISSION);
                assertThat(refused)
                        .hasMessage("rtsp://127.0.0.1:" + server.port()
                                + " wants another user or password (401). Set camera.user and camera.password.");
            }
        }
    }

    @Test
    void aPathThatIsNotThereIsSaidSo() throws Exception {
        try (RtspServer server = RtspServer.start(Stream.H264);
                LiveRun run = open(server.url(Stream.PCMU), AS_IT_IS)) {
            assertThat(run.failure()).hasMessageContaining("has no stream at this path (404)");
        }
    }

    @Test
    void aPortThatIsClosedIsSaidSo() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        try (LiveRun run = open("rtsp://127.0.0.1:" + port + "/x", AS_IT_IS)) {
            SourceException refused = run.failure();
            assertThat(refused.problem()).isEqualTo(SourceProblem.UNREACHABLE);
            assertThat(refused).hasMessageContaining("refuses connections");
        }
    }

    @Test
    void aNameThatDoesNotExistIsSaidSo() throws Exception {
        try (LiveRun run = open("rtsp://camera.invalid/x", AS_IT_IS)) {
            assertThat(run.failure()).hasMessageStartingWith("There is no computer named camera.invalid");
        }
    }

    @Test
    void aServerThatAcceptsAndSaysNothingIsNotWaitedForLonger() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                LiveRun run = LiveRun.open(
                        RtspSourceFactory::new,
                        "rtsp://127.0.0.1:" + socket.getLocalPort() + "/x",
                        AS_IT_IS,
                        IMPATIENT)) {
            SourceException silent = run.failure();
            assertThat(silent.problem()).isEqualTo(SourceProblem.UNREACHABLE);
            assertThat(silent).hasMessageContaining("has not sent any video within");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "udp"})
    void aServerThatFreezesIsSilent(String transport) throws Exception {
        try (RtspServer server = RtspServer.start(Stream.H264);
                LiveRun run = LiveRun.open(
                        RtspSourceFactory::new,
                        server.url(Stream.H264),
                        Map.of("camera.rtsp_transport", transport),
                        PATIENT_AT_FIRST)) {
            run.video(5);
            server.freeze();
            long frozen = System.nanoTime();
            SourceException silent = run.failure();
            System.out.println("silence over " + transport + " noticed after "
                    + Duration.ofNanos(System.nanoTime() - frozen).toMillis() + " ms, limit "
                    + IMPATIENT.silence().toMillis() + " ms");
            assertThat(silent.problem()).isEqualTo(SourceProblem.SILENT);
            assertThat(silent).hasMessageEndingWith("has sent no video for 2 s.");
        }
    }

    @Test
    void aServerThatGoesIsGone() throws Exception {
        try (RtspServer server = RtspServer.start(Stream.H264);
                LiveRun run = open(server.url(Stream.H264), AS_IT_IS)) {
            run.video(5);
            server.kill();
            assertThat(run.failure().problem()).isEqualTo(SourceProblem.GONE);
        }
    }

    @Test
    void closingEndsTheThreadWhileTheServerHasNotAnswered() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            LiveRun run = open("rtsp://127.0.0.1:" + socket.getLocalPort() + "/x", AS_IT_IS);
            try (Socket accepted = socket.accept()) {
                accepted.getInputStream().readNBytes(1);
                assertEndsWhenClosed(run);
            }
        }
    }

    @Test
    void closingEndsTheThreadAlsoWhileItWaitsForTheServer() throws Exception {
        try (RtspServer server = RtspServer.start(Stream.H264)) {
            LiveRun run = open(server.url(Stream.H264), AS_IT_IS);
            run.video(3);
            server.freeze();
            assertEndsWhenClosed(run);
        }
    }

    private static void assertEndsWhenClosed(LiveRun run) {
        long begun = System.nanoTime();
        run.close();
        Await.until(
                "the end of the thread",
                () -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().equals("live-source")));
        System.out.println(
                "cancelled after " + Duration.ofNanos(System.nanoTime() - begun).toMillis() + " ms");
    }
}
