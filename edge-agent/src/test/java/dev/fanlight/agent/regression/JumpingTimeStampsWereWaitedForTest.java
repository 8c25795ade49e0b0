package dev.fanlight.agent.regression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.agent.testing.CollectedMedia.Encoded;
import dev.fanlight.agent.testing.FileSourceRun;
import dev.fanlight.agent.testing.GeneratedVideo;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.testing.StartsProcesses;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A recording whose clock was set showed nothing for as long as the gap. */
@StartsProcesses
class JumpingTimeStampsWereWaitedForTest {

    @RegisterExtension
    private final GeneratedVideo videos = new GeneratedVideo();

    /** Two seconds, and two more so many seconds later. */
    private Path jumping(String name, long seconds, String options) throws Exception {
        return videos.make(
                name,
                "-f lavfi -i testsrc2=size=96x64:rate=25:duration=4 -vf setpts=PTS+if(gte(N\\,50)\\," + seconds
                        + "/TB\\,0) -fps_mode passthrough -c:v libx264 -preset ultrafast -pix_fmt yuv420p -g 25 "
                        + options);
    }

    @ParameterizedTest
    @CsvSource({"gap.mp4, 40", "gap.mkv, 40", "years.mkv, 315360000"})
    void passedThroughTheGapIsClosedAndReportedOnce(String name, long seconds) throws Exception {
        Path file = jumping(name, seconds, "-bf 0");
        try (FileSourceRun run = FileSourceRun.of(file, Map.of()).units(450)) {
            assertEven(run.output.units.stream().map(AccessUnit::captureMicros).toList());
            assertThat(run.output.notices).hasSize(1);
            assertThat(run.output.notices.get(0))
                    .contains(name)
                    .contains(seconds == 40 ? "jump ahead by 40 seconds" : "jump ahead by 10 years");
        }
    }

    @ParameterizedTest
    @CsvSource({"gap.mp4, 40", "gap.mkv, 40", "years.mkv, 315360000"})
    void encodedHereTheGapIsClosedAndReportedOnce(String name, long seconds) throws Exception {
        Path file = jumping(name, seconds, "-bf 2");
        try (FileSourceRun run =
                FileSourceRun.of(file, Map.of("camera.fps", "25")).units(450)) {
            assertEven(run.output.frames.stream().map(RawFrame::captureMicros).toList());
            assertThat(run.output.notices).hasSize(1);
        }
    }

    @Test
    void aJumpBackIsClosedToo() throws Exception {
        Path late =
                videos.make("late.ts", "-i IN -c copy -output_ts_offset 100", videos.passable("a.mp4", 96, 64, 25, 2));
        Path early = videos.make("early.ts", "-i IN -c copy", videos.passable("b.mp4", 96, 64, 25, 2));
        Path joined = videos.path("joined.ts");
        java.nio.file.Files.write(joined, java.nio.file.Files.readAllBytes(late));
        java.nio.file.Files.write(
                joined, java.nio.file.Files.readAllBytes(early), java.nio.file.StandardOpenOption.APPEND);
        try (FileSourceRun run =
                FileSourceRun.of(joined, Map.of("camera.fps", "25")).units(250)) {
            assertEven(run.output.frames.stream().map(RawFrame::captureMicros).toList());
            assertThat(run.output.notices).hasSize(1);
            assertThat(run.output.notices.get(0)).contains("joined.ts jump");
        }
    }

    @Test
    void audioThatJumpsWithTheVideoStaysWithIt() throws Exception {
        Path file = videos.make(
                "both.mkv",
                "-f lavfi -i testsrc2=size=96x64:rate=25:duration=4,setpts=PTS+if(gte(N\\,50)\\,90/TB\\,0)"
                        + " -f lavfi -i sine=duration=4:sample_rate=48000:samples_per_frame=960,"
                        + "asetpts=PTS+if(gte(N\\,96000)\\,90/TB\\,0)"
                        + " -fps_mode passthrough -c:v libx264 -preset ultrafast -pix_fmt yuv420p -g 25 -bf 0 -c:a aac");
        try (FileSourceRun run =
                FileSourceRun.of(file, Map.of("camera.audio", "true")).units(270)) {
            List<Encoded> all = run.output.all;
            Stream.of(0, 2).forEach(track -> {
                long last = all.stream()
                        .filter(one -> one.track() == track)
                        .skip(80)
                        .findFirst()
                        .orElseThrow()
                        .unit()
                        .captureMicros();
                assertThat(last - all.get(0).unit().captureMicros()).isLessThan(4_500_000);
            });
            assertThat(run.output.notices).hasSize(1);
        }
    }

    private static void assertEven(List<Long> micros) {
        for (int i = 1; i < micros.size(); i++) {
            assertThat(micros.get(i) - micros.get(i - 1)).as("step %s", i).isBetween(20_000L, 130_000L);
        }
    }
}
