package dev.fanlight.agent.source.camera;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.config.EncodeMode;
import dev.fanlight.agent.config.FrameLimits;
import dev.fanlight.agent.source.camera.javacv.CameraChildMain;
import dev.fanlight.agent.testing.CameraRun;
import dev.fanlight.agent.testing.FakeCameraMain;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.StartsProcesses;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, the camera’s own among them. */
@StartsProcesses
class CameraProcessesTest {

    private static final Duration KILL = Duration.ofSeconds(2);

    private final List<ProcessHandle> before =
            ProcessHandle.current().children().toList();

    private static CameraRequest request(Path device) {
        return new CameraRequest(device, new FrameLimits(1280, 720, 15), EncodeMode.AUTO);
    }

    private List<ProcessHandle> children() {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .filter(child -> !before.contains(child))
                .toList();
    }

    @Test
    void theOneThatWaitsIsUsed() throws Exception {
        try (CameraProcesses processes = new CameraProcesses(FakeCameraMain.class.getName(), KILL)) {
            processes.prepare();
            processes.prepare();
            List<ProcessHandle> waiting = children();
            assertThat(waiting).hasSize(1);
            try (CameraProcess process = processes.open(request(Path.of("/dev/good")))) {
                assertThat(process.pid()).isEqualTo(waiting.get(0).pid());
            }
        }
    }

    @Test
    void oneThatHasDiedIsReplaced() throws Exception {
        try (CameraProcesses processes = new CameraProcesses(FakeCameraMain.class.getName(), KILL)) {
            processes.prepare();
            ProcessHandle waiting = children().get(0);
            waiting.destroyForcibly();
            waiting.onExit().get();
            try (CameraProcess process = processes.open(request(Path.of("/dev/good")))) {
                assertThat(process.isRunning()).isTrue();
            }
        }
    }

    @Test
    void noneIsLeftWhenNoneIsOpenedAnyMore() throws Exception {
        CameraProcesses processes = new CameraProcesses(FakeCameraMain.class.getName(), KILL);
        processes.prepare();
        processes.close();
        processes.prepare();
        Await.until("no child", () -> children().isEmpty());
    }

    @Test
    void theCamerasOwnProcessSaysWhatIsWrong(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("video0"));
        try (CameraProcesses processes = new CameraProcesses(CameraChildMain.class.getName(), KILL)) {
            System.out.println("camera process, cold: " + millisToAnswer(processes, file) + " ms to its answer");
            processes.prepare();
            ProcessHandle waiting = children().get(0);
            Await.until("loaded", () -> CameraRun.isWaiting(waiting));
            System.out.println("camera process that waits: " + line(read(waiting, "status"), "VmRSS"));
            System.out.println("camera process, warm: " + millisToAnswer(processes, file) + " ms to its answer");
        }
    }

    private static long millisToAnswer(CameraProcesses processes, Path device) throws IOException {
        long before = System.nanoTime();
        try (CameraProcess process = processes.open(request(device))) {
            DataInputStream in = new DataInputStream(process.output());
            CameraMessage.Header header = CameraMessage.readHeader(in);
            long millis = Duration.ofNanos(System.nanoTime() - before).toMillis();
            assertThat(header.kind()).isEqualTo(CameraMessage.Kind.FAILURE);
            assertThat(new String(in.readNBytes(header.bytes()), StandardCharsets.UTF_8))
                    .isEqualTo("UNSUPPORTED\n" + device + " is not a camera. List of cameras: fanlight-agent cameras");
            return millis;
        }
    }

    private static String read(ProcessHandle process, String file) {
        return text(Path.of("/proc", Long.toString(process.pid()), file));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    private static String line(String text, String name) {
        return text.lines().filter(line -> line.startsWith(name)).findFirst().orElse("");
    }
}
