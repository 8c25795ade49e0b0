package dev.fanlight.agent.regression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.encode.javacv.DecodingCheck;
import dev.fanlight.agent.source.FrameSize;
import dev.fanlight.agent.testing.FileSourceRun;
import dev.fanlight.agent.testing.GeneratedVideo;
import dev.fanlight.media.VideoShape;
import dev.fanlight.media.bitstream.AspectRatio;
import dev.fanlight.testing.StartsProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The shape of a sample was taken from the stream only, never from the container, and not applied to frames encoded here. */
@StartsProcesses
class SamplesThatAreNotSquareWereShownSquareTest {

    private static final int FLV_HEADER_BYTES = 13;
    private static final AspectRatio WIDE = new AspectRatio(64, 45);

    @RegisterExtension
    private final GeneratedVideo videos = new GeneratedVideo();

    private Path pal(String name, String size, String aspect) throws IOException, InterruptedException {
        return videos.make(
                name,
                "-f lavfi -i testsrc2=size=" + size + ":rate=25:duration=1,setsar=" + aspect
                        + " -c:v libx264 -preset ultrafast -bf 0 -g 25 -pix_fmt yuv420p");
    }

    @Test
    void theStreamSaysIt() throws Exception {
        Path file = pal("stream.mkv", "360x288", "64/45");
        try (FileSourceRun run = FileSourceRun.of(file, Map.of()).units(2)) {
            assertThat(run.shapes()).extracting(VideoShape::sampleAspectRatio).containsExactly(WIDE);
        }
        try (FileSourceRun run =
                FileSourceRun.of(file, Map.of("camera.encode", "software")).units(2)) {
            assertThat(run.frameSizes()).containsExactly(new FrameSize(512, 288));
        }
    }

    @Test
    void onlyTheContainerSaysIt() throws Exception {
        Path square = pal("square.mp4", "360x288", "1/1");
        Path file = videos.make("container.mp4", "-i IN -c copy -aspect 16:9", square);
        try (FileSourceRun run = FileSourceRun.of(file, Map.of()).units(2)) {
            assertThat(run.shapes()).extracting(VideoShape::sampleAspectRatio).containsExactly(WIDE);
        }
        try (FileSourceRun run =
                FileSourceRun.of(file, Map.of("camera.encode", "software")).units(2)) {
            assertThat(run.frameSizes()).containsExactly(new FrameSize(512, 288));
        }
    }

    @Test
    void samplesHigherThanWideMakeItHigher() throws Exception {
        Path file = pal("high.mp4", "360x180", "2/3");
        try (FileSourceRun run =
                FileSourceRun.of(file, Map.of("camera.encode", "software")).units(2)) {
            assertThat(run.frameSizes()).containsExactly(new FrameSize(360, 270));
        }
    }

    @Test
    void itChangesInBandWithTheSize() throws Exception {
        Path wide = pal("wide.h264", "360x288", "64/45");
        Path square = pal("plain.h264", "320x180", "1/1");
        Path both = Files.createFile(videos.path("both.h264"));
        Files.write(both, Files.readAllBytes(wide));
        Files.write(both, Files.readAllBytes(square), StandardOpenOption.APPEND);
        Path file = videos.make("both.mkv", "-f h264 -framerate 25 -i IN -c copy", both);
        try (FileSourceRun run = FileSourceRun.of(file, Map.of()).units(60)) {
            assertThat(run.source().describe()).contains("passed through");
            assertThat(run.shapes())
                    .extracting(shape -> shape.width() + "x" + shape.height() + " " + shape.sampleAspectRatio())
                    .containsExactly("360x288 " + WIDE, "320x180 " + AspectRatio.SQUARE, "360x288 " + WIDE);
        }
        try (FileSourceRun run = FileSourceRun.of(file, Map.of("camera.encode", "software", "camera.fps", "25"))
                .units(60)) {
            assertThat(run.frameSizes()).containsExactly(new FrameSize(512, 288), new FrameSize(320, 180));
        }
    }

    /** Recordings in FLV that were joined: the sequence header comes again. */
    @Test
    void aContainerHasAConfigurationRecordForEachSize() throws Exception {
        byte[] first = Files.readAllBytes(videos.passable("first.flv", 320, 180, 25, 1));
        byte[] second = Files.readAllBytes(videos.passable("second.flv", 160, 120, 25, 1));
        Path file = Files.write(videos.path("both.flv"), first);
        Files.write(file, Arrays.copyOfRange(second, FLV_HEADER_BYTES, second.length), StandardOpenOption.APPEND);
        try (FileSourceRun run = FileSourceRun.of(file, Map.of()).units(60)) {
            assertThat(run.shapes()).extracting(VideoShape::width).containsExactly(320, 160, 320);
            try (DecodingCheck decoder =
                    new DecodingCheck(run.output.video().get(1).config())) {
                assertThat(run.output.units.subList(25, 45))
                        .allMatch(unit -> decoder.decode(unit).isPresent());
            }
        }
    }
}
