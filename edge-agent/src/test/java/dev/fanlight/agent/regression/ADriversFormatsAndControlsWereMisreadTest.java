package dev.fanlight.agent.regression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.source.camera.CameraControl;
import dev.fanlight.agent.source.camera.CameraFormat;
import dev.fanlight.agent.source.camera.V4l2Ctl;
import dev.fanlight.testing.StartsProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What v4l2-ctl 1.22 says of Linux’s virtual camera, vivid, as it was recorded: some of its formats, and its user controls. */
@StartsProcesses
class ADriversFormatsAndControlsWereMisreadTest {

    private static final Path RECORDED = Path.of("src/test/resources/v4l2").toAbsolutePath();
    private static final Path DEVICE = Path.of("/dev/video0");

    @TempDir
    private Path folder;

    private V4l2Ctl program;

    @BeforeEach
    void answerAsRecorded() throws IOException {
        Path script = folder.resolve("v4l2-ctl");
        Files.writeString(
                script,
                "#!/bin/sh\ncase $2 in --list-formats*) cat " + RECORDED + "/vivid-formats.txt ;; *) cat " + RECORDED
                        + "/vivid-controls.txt ;; esac\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        program = new V4l2Ctl(List.of(folder));
    }

    /** They were skipped, and their sizes added to those of the format before. */
    @Test
    void bigEndianFormatsAreFormatsOfTheirOwn() throws Exception {
        List<CameraFormat> formats = program.formats(DEVICE);
        assertThat(formats).extracting(CameraFormat::code).containsExactly("YUYV", "Y16", "Y16 -BE", "XR15-BE");
        assertThat(formats).allSatisfy(format -> assertThat(format.sizes()).hasSize(6));
    }

    /** All flags but two stood behind the description, which takes a line. */
    @Test
    void flagsAreNoPartOfADescription() throws Exception {
        assertThat(program.formats(DEVICE))
                .extracting(CameraFormat::description)
                .containsExactly("YUYV 4:2:2", "16-bit Greyscale", "16-bit Greyscale BE", "16-bit XRGB 1-5-5-5 BE");
    }

    /** Its limits lost their last digit. */
    @Test
    void aControlOf64BitsHasItsWholeRange() throws Exception {
        List<CameraControl> controls = program.controls(DEVICE);
        CameraControl control = controls.stream()
                .filter(one -> one.name().equals("integer_64_bits"))
                .findFirst()
                .orElseThrow();
        assertThat(control.min()).isEqualTo(Long.MIN_VALUE);
        assertThat(control.max()).isEqualTo(Long.MAX_VALUE);
    }
}
