package dev.fanlight.agent.source.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.agent.config.AgentTimeouts;
import dev.fanlight.agent.config.FrameLimits;
import dev.fanlight.agent.javacv.NativeFramePool;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceProblem;
import dev.fanlight.agent.testing.CollectedOutput;
import dev.fanlight.agent.testing.FakeCameraMain;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.testing.Await;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Real child processes that behave as cameras do. */
class CameraSourceTest {

    private final CollectedOutput output = new CollectedOutput();
    private final AtomicLong aheadNanos = new AtomicLong();
    private final NanoClock clock = () -> System.nanoTime() + aheadNanos.get();
    private final MediaClock mediaClock = MediaClock.system();

    private CameraSource open(String behaviour) throws SourceException {
        CameraSource.Settings settings = new CameraSource.Settings(
                FakeCameraMain.class.getName(),
                new FrameLimits(64, 48, 30),
                AgentTimeouts.STANDARD.camera(),
                new NativeFramePool(4),
                clock,
                mediaClock);
        return CameraSource.open(Path.of("/dev/" + behaviour), "Test camera", settings, 3);
    }

    private SourceProblem problemOf(CameraSource source) {
        for (int i = 0; i < 1_000; i++) {
            try {
                source.next(output);
            } catch (SourceException e) {
                return e.problem();
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

    private static long childrenRunning() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains("FakeCameraMain"))
                .filter(ProcessHandle::isAlive)
                .count();
    }
}
