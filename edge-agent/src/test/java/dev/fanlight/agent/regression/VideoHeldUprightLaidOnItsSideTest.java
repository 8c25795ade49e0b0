package dev.fanlight.agent.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.agent.source.FrameSize;
import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.testing.FileSourceRun;
import dev.fanlight.agent.testing.GeneratedVideo;
import dev.fanlight.media.VideoShape;
import dev.fanlight.testing.StartsProcesses;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A display matrix was read nowhere: neither passed on nor applied. */
@StartsProcesses
class VideoHeldUprightLaidOnItsSideTest {

    private static final int WIDTH = 160;
    private static final int HEIGHT = 96;

    @RegisterExtension
    private final GeneratedVideo videos = new GeneratedVideo();

    /** Black but for its top left quarter, and to be held as the options say. */
    private Path quarter(String options, String name) throws Exception {
        Path plain = videos.make(
                "plain.mp4",
                "-f lavfi -i color=black:size=160x96:rate=10:duration=1,drawbox=0:0:80:48:white:fill"
                        + " -c:v libx264 -pix_fmt yuv420p -bf 0 -g 10");
        return videos.make(name, (options + " -i IN -c copy").strip(), plain);
    }

    @ParameterizedTest
    @CsvSource({"-90, 90", "180, 180", "90, 270", "0, 0", "-80, 90"})
    void passedThroughItSaysHowItIsTurned(int counterclockwise, int rotation) throws Exception {
        Path file = quarter("-display_rotation:v:0 " + counterclockwise, "turned.mp4");
        try (FileSourceRun run = FileSourceRun.of(file, Map.of()).units(3)) {
            assertThat(run.source().describe()).contains("passed through");
            assertThat(run.shapes()).extracting(VideoShape::rotation).containsExactly(rotation);
        }
    }

    @ParameterizedTest
    @CsvSource({"-90, right, top", "180, right, bottom", "90, left, bottom"})
    void encodedHereItIsTurned(int counterclockwise, String side, String edge) throws Exception {
        Path file = quarter("-display_rotation:v:0 " + counterclockwise, "turned.mp4");
        assertBright(file, Map.of("camera.encode", "software"), counterclockwise != 180, side, edge);
    }

    @ParameterizedTest
    @CsvSource({
        "-display_hflip:v:0, false, right, top",
        "-display_vflip:v:0, false, left, bottom",
        "-display_rotation:v:0 90 -display_hflip:v:0, true, right, bottom"
    })
    void mirroredItIsEncodedHereAndMirroredBack(String options, boolean upright, String side, String edge)
            throws Exception {
        Path file = quarter(options, "mirrored.mkv");
        assertBright(file, Map.of(), upright, side, edge);
    }

    /** A stream says it itself, whatever way it comes. */
    @ParameterizedTest
    @CsvSource({"-90, 90, right, top", "180, 180, right, bottom", "90, 270, left, bottom"})
    void theStreamSaysItWithoutAContainer(int counterclockwise, int rotation, String side, String edge)
            throws Exception {
        Path file = quarter("", "plain.mkv");
        Path turned = videos.make(
                "sei.mkv",
                "-i IN -c copy -bsf:v h264_metadata=display_orientation=insert:rotate=" + counterclockwise,
                file);
        try (FileSourceRun run = FileSourceRun.of(turned, Map.of()).units(12)) {
            assertThat(run.shapes()).extracting(VideoShape::rotation).containsExactly(rotation);
        }
        assertBright(turned, Map.of("camera.encode", "software"), rotation != 180, side, edge);
    }

    @Test
    void aMirroredStreamIsEncodedHereAndMirroredBack() throws Exception {
        Path turned = videos.make(
                "sei.mkv",
                "-i IN -c copy -bsf:v h264_metadata=display_orientation=insert:flip=horizontal",
                quarter("", "plain.mkv"));
        assertBright(turned, Map.of(), false, "right", "top");
    }

    @Test
    void mirroredItIsRefusedWhereNothingMayBeEncoded() throws Exception {
        Path file = quarter("-display_hflip:v:0", "mirrored.mp4");
        assertThatThrownBy(() -> FileSourceRun.of(file, Map.of("camera.encode", "none")))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("mirrored");
    }

    private static void assertBright(Path file, Map<String, String> settings, boolean upright, String side, String edge)
            throws Exception {
        try (FileSourceRun run = FileSourceRun.of(file, settings).units(3)) {
            assertThat(run.frameSizes())
                    .containsExactly(upright ? new FrameSize(HEIGHT, WIDTH) : new FrameSize(WIDTH, HEIGHT));
            RawFrame frame = run.output.frames.get(2);
            for (boolean right : new boolean[] {false, true}) {
                for (boolean bottom : new boolean[] {false, true}) {
                    boolean bright = right == side.equals("right") && bottom == edge.equals("bottom");
                    assertThat(luma(frame, right, bottom) > 128)
                            .as("right %s, bottom %s", right, bottom)
                            .isEqualTo(bright);
                }
            }
        }
    }

    /** In the middle of a quarter. */
    private static int luma(RawFrame frame, boolean right, boolean bottom) {
        FrameSize size = frame.format().size();
        int x = size.width() / 4 + (right ? size.width() / 2 : 0);
        int y = size.height() / 4 + (bottom ? size.height() / 2 : 0);
        return frame.data()[y * size.width() + x] & 0xFF;
    }
}
