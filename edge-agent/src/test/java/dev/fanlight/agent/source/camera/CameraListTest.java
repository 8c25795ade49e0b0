package dev.fanlight.agent.source.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CameraListTest {

    @TempDir
    private Path root;

    @BeforeEach
    void folders() throws IOException {
        for (String folder :
                new String[] {"sys/class/video4linux", "run/udev/data", "dev/v4l/by-id", "dev/v4l/by-path"}) {
            Files.createDirectories(root.resolve(folder));
        }
    }

    private void node(int number, String name, String index) throws IOException {
        Path node = Files.createDirectories(root.resolve("sys/class/video4linux/video" + number));
        Files.writeString(node.resolve("name"), name + "\n");
        Files.writeString(node.resolve("index"), index + "\n");
        Files.writeString(node.resolve("dev"), "81:" + number + "\n");
        Files.createFile(root.resolve("dev/video" + number));
    }

    private void capabilities(int number, String capabilities) throws IOException {
        Files.writeString(
                root.resolve("run/udev/data/c81:" + number),
                "S:x\nE:ID_V4L_VERSION=2\nE:ID_V4L_CAPABILITIES=" + capabilities + "\n");
    }

    @Test
    void aUsbCameraIsListedOnceByItsStableLink() throws IOException {
        node(0, "HD Pro Webcam C920", "0");
        node(1, "HD Pro Webcam C920", "1");
        Path link = root.resolve("dev/v4l/by-id/usb-046d_HD_Pro_Webcam_C920-video-index0");
        Files.createSymbolicLink(link, Path.of("../../video0"));
        assertThat(new CameraList(root).find()).containsExactly(new CameraDevice("HD Pro Webcam C920", link));
    }

    @Test
    void udevKnowsBetterThanTheIndex() throws IOException {
        node(10, "bcm2835-codec-decode", "0");
        node(2, "Two heads", "2");
        capabilities(10, ":video_output:");
        capabilities(2, ":capture:");
        assertThat(new CameraList(root).find())
                .containsExactly(new CameraDevice("Two heads", root.resolve("dev/video2")));
    }

    @Test
    void camerasComeInTheOrderOfTheirNumbers() throws IOException {
        node(10, "ten", "0");
        node(2, "two", "0");
        assertThat(new CameraList(root).find()).extracting(CameraDevice::name).containsExactly("two", "ten");
    }

    @Test
    void aComputerWithoutVideoHasNoCamera(@TempDir Path empty) {
        assertThat(new CameraList(empty).find()).isEmpty();
    }
}
