package dev.fanlight.agent.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.testing.FileSourceRun;
import dev.fanlight.agent.testing.GeneratedVideo;
import dev.fanlight.testing.StartsProcesses;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A file was passed through whatever a relay takes and browsers decode: the relay closed the connection every few seconds, or
 * nothing came, without a word.
 */
@StartsProcesses
class WhatNoRelayTakesWasPassedThroughTest {

    private static final String FAST = " -c:v libx264 -preset ultrafast -bf 0 ";

    @RegisterExtension
    private final GeneratedVideo videos = new GeneratedVideo();

    @Test
    void slowMotionIsEncodedHere() throws Exception {
        assertEncoded(videos.passable("slow.mp4", 160, 90, 240, 4), "has more than 120 frames a second");
    }

    @Test
    void framesThatNoMessageHoldsAreEncodedHere() throws Exception {
        Path huge = videos.make(
                "huge.mp4",
                "-f lavfi -i color=gray:size=1920x1080:rate=2:duration=2,noise=alls=100:allf=t+u" + FAST
                        + "-qp 1 -g 5 -pix_fmt yuv420p");
        assertEncoded(huge, "has frames of more than 2 MiB");
    }

    @Test
    void moreBitsThanARelayTakesAreEncodedHere() throws Exception {
        Path rich = videos.make(
                "rich.mp4",
                "-f lavfi -i color=gray:size=640x360:rate=25:duration=4,noise=alls=100:allf=t+u" + FAST
                        + "-qp 8 -g 25 -pix_fmt yuv420p");
        assertEncoded(rich, "has more than 20 Mbit a second");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yuv422p", "yuv444p", "yuv420p10le"})
    void profilesThatHardwareDoesNotDecodeAreEncodedHere(String format) throws Exception {
        Path file = videos.make(
                "rare.mp4", "-f lavfi -i testsrc2=size=160x90:rate=25:duration=1" + FAST + "-g 25 -pix_fmt " + format);
        assertEncoded(file, "is of a profile that many browsers do not decode");
        try (FileSourceRun run =
                FileSourceRun.of(file, Map.of("camera.encode", "none")).units(5)) {
            assertThat(run.output.units).hasSize(5);
        }
    }

    @Test
    void whereNothingMayBeEncodedWhatARelayRefusesIsRefusedWithTheReason() throws Exception {
        Path file = videos.passable("slow.mp4", 160, 90, 240, 4);
        assertThatThrownBy(() -> FileSourceRun.of(file, Map.of("camera.encode", "none")))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("has more than 120 frames a second, the most that is passed through.")
                .hasMessageContaining("camera.encode=auto");
    }

    @Test
    void aRateThatRisesOnTheWayIsEncodedFromThereOn() throws Exception {
        Path file = videos.make(
                "rising.mkv",
                "-f lavfi -i testsrc2=size=64x48:rate=25:duration=72,"
                        + "setpts=if(lt(N\\,1000)\\,N/25/TB\\,(40+(N-1000)/400)/TB) -fps_mode passthrough" + FAST
                        + "-g 25 -pix_fmt yuv420p");
        assertSwitches(
                file,
                1000,
                "rising.mkv has more than 120 frames a second, the most that is passed through: it is"
                        + " encoded here from now on.");
    }

    @Test
    void aProfileThatChangesOnTheWayIsEncodedFromThereOn() throws Exception {
        Path plain = videos.passable("plain.h264", 64, 48, 25, 40);
        Path rare = videos.make(
                "rare.h264", "-f lavfi -i testsrc2=size=64x48:rate=25:duration=2" + FAST + "-pix_fmt yuv422p");
        Path both = Files.copy(plain, videos.path("both.h264"));
        Files.write(both, Files.readAllBytes(rare), StandardOpenOption.APPEND);
        Path file = videos.make("both.mkv", "-f h264 -framerate 25 -i IN -c copy", both);
        assertSwitches(file, 1000, "both.mkv is of a profile that many browsers do not decode (avc1.7A");
    }

    private static void assertEncoded(Path file, String why) throws Exception {
        try (FileSourceRun run = FileSourceRun.of(file, Map.of()).units(3)) {
            assertThat(run.output.units).isEmpty();
            assertThat(run.source().describe()).contains("encoded here, because it " + why);
        }
    }

    private static void assertSwitches(Path file, int atLeast, String notice) throws Exception {
        try (FileSourceRun run = FileSourceRun.of(file, Map.of())) {
            while (run.output.frames.size() < 10 && run.output.units.size() < atLeast + 400) {
                run.source().next(run.output);
            }
            assertThat(run.output.units).hasSizeBetween(atLeast, atLeast + 300);
            assertThat(run.output.notices).hasSize(1);
            assertThat(run.output.notices.get(0)).startsWith(notice);
            long step = run.output.frames.get(0).captureMicros()
                    - run.output.units.get(run.output.units.size() - 1).captureMicros();
            assertThat(step).isBetween(0L, 1_000_000L);
            int passed = run.output.units.size();
            run.reopen(file).units(passed + 30);
            assertThat(run.output.units).as("it is not tried again").hasSize(passed);
        }
    }
}
