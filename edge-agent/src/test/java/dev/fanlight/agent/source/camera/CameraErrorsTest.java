package dev.fanlight.agent.source.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceProblem;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.StartsProcesses;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CameraErrorsTest {

    private static final Path DEVICE = Path.of("/dev/video7");

    @ParameterizedTest
    @CsvSource({
        "-2,MISSING,There is no camera at /dev/video7",
        "-19,MISSING,There is no camera at /dev/video7",
        "-13,NO_PERMISSION,sudo usermod -aG video",
        "-16,BUSY,/dev/video7 is in use",
        "-25,UNSUPPORTED,/dev/video7 is not a camera",
        "-5,BROKEN,input/output error",
        "-71,BROKEN,error -71"
    })
    void everyErrorIsASentence(int errno, SourceProblem problem, String words) {
        assertThat(CameraErrors.of(DEVICE, errno).problem()).isEqualTo(problem);
        assertThat(CameraErrors.of(DEVICE, errno)).hasMessageContaining(words);
    }

    @Test
    void aMissingDeviceIsSeenWithoutOpeningIt(@TempDir Path folder) {
        assertThatThrownBy(() -> CameraErrors.check(folder.resolve("video0")))
                .hasMessageContaining("There is no camera");
    }

    @ParameterizedTest
    @ValueSource(ints = {-19, -22, -25, -2, -5, -6})
    void whateverTheDriverSaysOfACameraThatIsGoneItWasUnplugged(int errno) throws InterruptedException {
        for (SourceException said :
                List.of(CameraErrors.whileOpen(DEVICE, errno, nanos -> {}), CameraErrors.whileOpening(DEVICE, errno))) {
            assertThat(said.problem()).isEqualTo(SourceProblem.GONE);
            assertThat(said).hasMessage("/dev/video7 was unplugged. It is opened again as soon as it is plugged in.");
        }
    }

    @Test
    void anInputErrorIsOneOnlyWhileTheLinkStays(@TempDir Path folder) throws Exception {
        Path device = Files.createFile(folder.resolve("video0"));
        assertThat(CameraErrors.whileOpen(device, -5, nanos -> {})).hasMessageContaining("input/output error");
        assertThat(CameraErrors.whileOpen(device, -5, nanos -> delete(device))).hasMessageContaining("was unplugged");
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @StartsProcesses
    void whoHasItIsNamed(@TempDir Path folder) throws IOException, InterruptedException {
        Path device = Files.createFile(folder.resolve("video0"));
        Process other = new ProcessBuilder("tail", "-f", device.toString()).start();
        try (RandomAccessFile own = new RandomAccessFile(device.toFile(), "r")) {
            Await.until(
                    "named",
                    () -> String.valueOf(CameraErrors.of(device, -16).getMessage())
                            .contains("by \"tail\" (pid " + other.pid() + ")"));
            assertThat(own.length()).isZero();
        } finally {
            other.destroyForcibly().waitFor();
        }
    }
}
