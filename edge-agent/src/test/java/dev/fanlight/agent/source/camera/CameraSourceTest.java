package dev.fanlight.agent.source.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.agent.source.FrameSize;
import dev.fanlight.agent.source.FrameSource;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceProblem;
import dev.fanlight.agent.testing.CameraFootage;
import dev.fanlight.agent.testing.CameraRun;
import dev.fanlight.agent.testing.CollectedOutput;
import dev.fanlight.agent.testing.FakeCameraMain;
import dev.fanlight.agent.testing.Footage;
import dev.fanlight.media.bitstream.NalUnits;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.StartsProcesses;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real child processes that behave as cameras do. */
@StartsProcesses
class CameraSourceTest {

    private final CollectedOutput output = new CollectedOutput();
    private final AtomicLong aheadNanos = new AtomicLong();
    private final NanoClock clock = () -> System.nanoTime() + aheadNanos.get();
    private final MediaClock mediaClock = MediaClock.system();

    private CameraSource open(String behaviour) throws Exception {
        return open(behaviour, Map.of("camera.fps", "30"));
    }

    private CameraSource open(String behaviour, Map<String, String> overrides) throws Exception {
        CameraSource.Settings settings = CameraRun.of(FakeCameraMain.class, overrides, List.of(), clock);
        settings.processes().close();
        return CameraSource.open(new CameraDevice("Test camera", Path.of("/dev/" + behaviour)), settings, 3);
    }

    private SourceProblem problemOf(CameraSource source) {
        return failureOf(source).problem();
    }

    private SourceException failureOf(CameraSource source) {
        for (int i = 0; i < 1_000; i++) {
            try {
                source.next(output);
            } catch (SourceException e) {
                return e;
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        throw new AssertionError("the camera goes on and on");
    }

    @Test
    void framesComeWithTheirTimeOnOurClock() throws Exception {
        long before = mediaClock.micros();
        try (CameraSource source = open("good")) {
            while (output.frames.size() < 10) {
                source.next(output);
            }
            assertThat(source.describe()).isEqualTo("Test camera, 64x48, up to 30 fps");
        }
        assertThat(output.frames).allSatisfy(frame -> {
            assertThat(frame.captureMicros()).isBetween(before, mediaClock.micros());
            assertThat(frame.format().opening()).isEqualTo(3);
        });
        assertThat(output.frames.get(9).captureMicros())
                .isGreaterThan(output.frames.get(0).captureMicros());
    }

    @Test
    void aBusyCameraIsNamedByTheChild() throws Exception {
        try (CameraSource source = open("busy")) {
            assertThat(problemOf(source)).isEqualTo(SourceProblem.BUSY);
        }
    }

    @Test
    void anUnpluggedCameraIsNoticedAtOnce() throws Exception {
        try (CameraSource source = open("unplugged")) {
            assertThat(problemOf(source)).isEqualTo(SourceProblem.GONE);
        }
    }

    @Test
    void theProcessOfASilentCameraIsKilled() throws Exception {
        CameraSource source = open("silent");
        try (source) {
            while (output.frames.isEmpty()) {
                source.next(output);
            }
            aheadNanos.set(TimeUnit.SECONDS.toNanos(6));
            assertThat(problemOf(source)).isEqualTo(SourceProblem.SILENT);
        }
        Await.until("no child", () -> childrenRunning() == 0);
    }

    @Test
    void aChildThatWritesSomethingElseIsNotBelieved() throws Exception {
        try (CameraSource source = open("babble")) {
            assertThat(problemOf(source)).isEqualTo(SourceProblem.GONE);
        }
        assertThat(output.frames).isEmpty();
    }

    @Test
    void slowStartIsWaitedForButNotForEver() throws Exception {
        try (CameraSource source = open("silent-from-the-start")) {
            aheadNanos.set(TimeUnit.SECONDS.toNanos(20));
            source.next(output);
            aheadNanos.set(TimeUnit.SECONDS.toNanos(40));
            assertThatThrownBy(() -> {
                        while (output.frames.isEmpty()) {
                            source.next(output);
                        }
                    })
                    .hasMessageContaining("30 s");
        }
    }

    @Test
    void h264OfTheCameraIsPassedThroughAsItIs() throws Exception {
        try (CameraSource source = open("h264", Map.of())) {
            while (output.units.size() < 30) {
                source.next(output);
            }
            assertThat(source.describe()).startsWith("Test camera, 768x432").endsWith("passed through");
        }
        assertThat(output.video()).hasSize(1);
        assertThat(output.units.get(0).key()).isTrue();
        List<byte[]> footage = CameraFootage.h264(Footage.CARS);
        for (int i = 1; i < 30; i++) {
            List<ByteBuffer> units = NalUnits.splitAnnexB(ByteBuffer.wrap(footage.get(i)));
            assertThat(output.units.get(i).size()).isEqualTo(NalUnits.prefixedSize(units));
        }
        assertThat(output.frames).isEmpty();
    }

    @Test
    void h264IsDecodedWhereEncodingIsAsked() throws Exception {
        try (CameraSource source = open("h264", Map.of("camera.encode", "software"))) {
            assertSomeFrames(source);
        }
    }

    @Test
    void mjpegIsDecodedHere() throws Exception {
        try (CameraSource source = open("mjpeg", Map.of())) {
            assertSomeFrames(source);
            assertThat(source.describe()).contains("768x432").contains("encoded here");
        }
    }

    private void assertSomeFrames(CameraSource source) throws Exception {
        while (output.frames.size() < 5) {
            source.next(output);
        }
        assertThat(output.units).isEmpty();
        assertThat(output.frames)
                .allSatisfy(frame -> assertThat(frame.format().size()).isEqualTo(new FrameSize(768, 432)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "huge-packet",
                "negative-packet",
                "empty-packet",
                "overflowing-frame",
                "negative-frame",
                "unknown-kind",
                "huge-sentence",
                "half-a-packet"
            })
    void impossibleMessagesEndTheCameraAlone(String behaviour) throws Exception {
        try (CameraSource source = open(behaviour)) {
            assertThat(problemOf(source)).isEqualTo(SourceProblem.GONE);
        }
        assertThat(output.all).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown-problem", "sentence-alone"})
    void aReasonThatIsNotKnownIsAReason(String behaviour) throws Exception {
        try (CameraSource source = open(behaviour)) {
            assertThat(failureOf(source)).hasMessage("It does not work.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"damaged-mjpeg", "damaged-h264"})
    void aCameraWhoseFramesAreAllDamagedIsSilent(String behaviour) throws Exception {
        try (CameraSource source = open(behaviour, Map.of())) {
            for (int i = 0; i < 5; i++) {
                source.next(output);
            }
            aheadNanos.set(TimeUnit.SECONDS.toNanos(40));
            assertThat(problemOf(source)).isEqualTo(SourceProblem.SILENT);
        }
        assertThat(output.frames).isEmpty();
    }

    @Test
    void aCameraDoesNotChangeItsFormatWhileItIsOpen() throws Exception {
        try (CameraSource source = open("another-format", Map.of())) {
            assertThat(problemOf(source)).isEqualTo(SourceProblem.BROKEN);
        }
    }

    @Test
    void wakingUpUsesTheProcessThatWaited(@TempDir Path folder) throws Exception {
        Path device = Files.writeString(folder.resolve("video0"), "h264");
        CameraSourceFactory factory = CameraSourceFactory.ofDevices(
                CameraRun.of(FakeCameraMain.class, Map.of(), List.of(), NanoClock.SYSTEM));
        System.out.println("camera, cold: first frame after " + millisToFirst(factory, device) + " ms");
        Await.until("a process waits", () -> waiting().isPresent());
        ProcessHandle waiting = waiting().orElseThrow();
        System.out.println("camera, warm: first frame after " + millisToFirst(factory, device) + " ms");
        assertThat(waiting.isAlive()).isFalse();
        factory.close();
    }

    private static Optional<ProcessHandle> waiting() {
        return ProcessHandle.current().children().filter(CameraRun::isWaiting).findFirst();
    }

    private long millisToFirst(CameraSourceFactory factory, Path device) throws Exception {
        int before = output.units.size();
        long opened = System.nanoTime();
        try (FrameSource source = factory.open(device.toString(), 1)) {
            while (output.units.size() == before) {
                source.next(output);
            }
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - opened);
        }
    }

    @Test
    void jpegsAreRefusedWhereEncodingIsForbidden() throws Exception {
        try (CameraSource source = open("mjpeg", Map.of("camera.encode", "none"))) {
            assertThat(problemOf(source)).isEqualTo(SourceProblem.UNSUPPORTED);
        }
    }

    private static long childrenRunning() {
        return ProcessHandle.current().children().filter(ProcessHandle::isAlive).count();
    }
}
