package dev.fanlight.agent.source.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.agent.config.CameraControls;
import dev.fanlight.testing.StartsProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that answers as v4l2-ctl does and writes down what it is asked. */
@StartsProcesses
class ControlsAtOpeningTest {

    private static final CameraDevice CAMERA = new CameraDevice("Webcam", Path.of("/dev/v4l/by-id/usb-Webcam"));

    @TempDir
    private Path folder;

    @BeforeEach
    void program() throws IOException {
        Path answers = Path.of("src/test/resources/v4l2/webcam-controls.txt").toAbsolutePath();
        program("#!/bin/sh\necho \"$@\" >> " + folder + "/asked\ncase $2 in --list*) cat " + answers + ";; esac\n");
    }

    private void program(String script) throws IOException {
        Path program = folder.resolve("v4l2-ctl");
        Files.writeString(program, script);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    private ControlsAtOpening controls(String text) {
        return new ControlsAtOpening(CameraControls.PARSER.parse(text), new V4l2Ctl(List.of(folder)));
    }

    private List<String> set() throws IOException {
        return Files.readAllLines(folder.resolve("asked")).stream()
                .filter(line -> line.contains("--set-ctrl="))
                .map(line -> line.substring(line.indexOf("--set-ctrl=") + "--set-ctrl=".length()))
                .toList();
    }

    @Test
    void controlsAreSetInTheirOrderByNameOrItsBeginning() throws Exception {
        assertThat(controls("focus_auto=0, focus_absolute=50, zoom=120").apply(CAMERA))
                .isEmpty();
        assertThat(set()).containsExactly("focus_automatic_continuous=0", "focus_absolute=50", "zoom_absolute=120");
        assertThat(Files.readString(folder.resolve("asked"))).contains("--device=/dev/v4l/by-id/usb-Webcam");
    }

    @Test
    void whatTheCameraDoesNotTakeIsSaidAndTheRestIsSet() throws Exception {
        assertThat(controls("zoom=501,tilt=1,brightness=7,auto_exposure=2")
                        .apply(CAMERA)
                        .orElseThrow())
                .startsWith("Not set of camera.controls for Webcam: zoom_absolute takes 100 to 500, not 501;"
                        + " it has no tilt, but brightness, ")
                .endsWith("auto_exposure takes 1 (Manual Mode), 3 (Aperture Priority Mode), not 2.");
        assertThat(set()).containsExactly("brightness=7");
    }

    @Test
    void withoutTheProgramItIsSaidHowToGetIt() throws Exception {
        Files.delete(folder.resolve("v4l2-ctl"));
        assertThat(controls("zoom=120").apply(CAMERA).orElseThrow())
                .isEqualTo("camera.controls could not be set. Formats and controls of a camera need v4l2-ctl, which is"
                        + " not installed. Run: sudo apt install v4l-utils");
        assertThat(controls("").apply(CAMERA)).isEmpty();
    }

    @Test
    void whatTheProgramSaysOfAFailureIsPassedOn() throws Exception {
        program("#!/bin/sh\necho 'Cannot open device /dev/video0, exiting.' >&2\nexit 1\n");
        assertThatThrownBy(() -> new V4l2Ctl(List.of(folder)).formats(CAMERA.path()))
                .hasMessage("v4l2-ctl --list-formats-ext failed for /dev/v4l/by-id/usb-Webcam (Cannot open device"
                        + " /dev/video0, exiting.).");
    }

    @Test
    void otherTextIsNoControl() {
        for (String text :
                List.of("zoom", "zoom=", "zoom=1;reboot", "zoom=1,zoom=2", "--help=1", "zoom=1 -d /dev/sda")) {
            assertThatThrownBy(() -> CameraControls.PARSER.parse(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
