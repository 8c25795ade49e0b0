package dev.fanlight.agent.source.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Output in the form of v4l2-ctl 1.22: a UVC camera with H.264, and a sensor with ranges. */
class V4l2TextTest {

    private static final Path RECORDED = Path.of("src/test/resources/v4l2");

    private static String text(String name) throws IOException {
        return Files.readString(RECORDED.resolve(name));
    }

    @Test
    void formatsHaveSizesAndRates() throws IOException {
        List<CameraFormat> formats = V4l2Text.formats(text("webcam-formats.txt"));
        assertThat(formats).extracting(CameraFormat::code).containsExactly("YUYV", "H264", "MJPG", "Z16");
        assertThat(formats)
                .extracting(CameraFormat::use)
                .containsExactly(FormatUse.ENCODED, FormatUse.AS_IT_IS, FormatUse.DECODED, FormatUse.NONE);
        assertThat(formats.get(0).description()).isEqualTo("YUYV 4:2:2");
        assertThat(formats.get(1).description()).isEqualTo("H.264");
        assertThat(formats.get(0).sizes())
                .containsExactly(
                        new CameraFormat.Size("640x480", List.of(30.0, 15.0)),
                        new CameraFormat.Size("1280x720", List.of(10.0)));
        assertThat(formats.get(2).sizes().get(0)).isEqualTo(new CameraFormat.Size("1920x1080", List.of(30.0, 24.0)));
    }

    @Test
    void rangesOfSizesAreKeptAsTheyAre() throws IOException {
        assertThat(V4l2Text.formats(text("stepwise-formats.txt")))
                .containsExactly(new CameraFormat(
                        "YU12",
                        "Planar YUV 4:2:0",
                        List.of(new CameraFormat.Size("32x32 - 2592x1944", List.of(90.0)))));
    }

    @Test
    void controlsHaveRangesAndChoices() throws IOException {
        List<CameraControl> controls = V4l2Text.controls(text("webcam-controls.txt"));
        assertThat(controls)
                .extracting(CameraControl::name)
                .containsExactly(
                        "brightness",
                        "white_balance_automatic",
                        "power_line_frequency",
                        "auto_exposure",
                        "exposure_time_absolute",
                        "focus_absolute",
                        "focus_automatic_continuous",
                        "zoom_absolute");
        assertThat(controls.get(0).range()).isEqualTo("0 to 255");
        assertThat(controls.get(1).range()).isEqualTo("0 to 1");
        assertThat(controls.get(3).range()).isEqualTo("1 (Manual Mode), 3 (Aperture Priority Mode)");
        assertThat(controls.get(7).value()).isEqualTo(100);
    }

    @Test
    void anythingElseIsNothing() {
        String noise = "Cannot open device /dev/video0, exiting.\n\t\tSize: Discrete 1x1\n\t\t\t\t3: A choice\n";
        assertThat(V4l2Text.formats(noise)).isEmpty();
        assertThat(V4l2Text.controls(noise)).isEmpty();
    }
}
