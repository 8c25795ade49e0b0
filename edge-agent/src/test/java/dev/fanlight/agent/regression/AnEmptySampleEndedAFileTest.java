package dev.fanlight.agent.regression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.testing.FileSourceRun;
import dev.fanlight.agent.testing.GeneratedVideo;
import dev.fanlight.testing.StartsProcesses;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A sample without bytes ended a file that was decoded, again and again: a decoder refuses its packet. Passed through, it became a sample of
 * one byte.
 */
@StartsProcesses
class AnEmptySampleEndedAFileTest {

    private static final String SAMPLE_SIZES = "stsz";
    private static final int COUNT_AT = 12;
    private static final int SIZES_AT = 16;

    @RegisterExtension
    private final GeneratedVideo videos = new GeneratedVideo();

    /** Two seconds in H.265, whose packets FFmpeg does not parse, with sound; the last sample of each track is empty. */
    private Path withEmptySamples() throws Exception {
        Path whole = videos.make(
                "whole.mp4",
                "-f lavfi -i testsrc2=size=96x64:rate=25:duration=2 -f lavfi -i sine=frequency=440:duration=2"
                        + " -c:v libx265 -x265-params bframes=0:keyint=25:log-level=none -tag:v hvc1 -pix_fmt yuv420p"
                        + " -c:a aac");
        byte[] bytes = Files.readAllBytes(whole);
        ByteBuffer boxes = ByteBuffer.wrap(bytes);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int tracks = 0;
        for (int at = text.indexOf(SAMPLE_SIZES); at >= 0; at = text.indexOf(SAMPLE_SIZES, at + 1)) {
            int last = boxes.getInt(at + COUNT_AT) - 1;
            boxes.putInt(at + SIZES_AT + last * Integer.BYTES, 0);
            tracks++;
        }
        assertThat(tracks).isEqualTo(2);
        return Files.write(videos.path("empty.mp4"), bytes);
    }

    private static void assertWholeSamples(FileSourceRun run) {
        assertThat(run.output.all)
                .allSatisfy(one -> assertThat(one.unit().size()).isGreaterThan(1));
    }

    @Test
    void passedThroughItGoesOnWithoutIt() throws Exception {
        try (FileSourceRun run = FileSourceRun.of(
                        withEmptySamples(), Map.of("camera.encode", "none", "camera.audio", "auto"))
                .units(400)) {
            assertThat(run.output.units).hasSizeGreaterThan(100);
            assertWholeSamples(run);
        }
    }

    @Test
    void encodedHereItGoesOnWithoutIt() throws Exception {
        try (FileSourceRun run = FileSourceRun.of(
                        withEmptySamples(), Map.of("camera.encode", "software", "camera.audio", "auto"))
                .units(400)) {
            assertThat(run.output.frames).hasSizeGreaterThan(100);
            assertWholeSamples(run);
        }
    }
}
