package dev.fanlight.agent.source.live.javacv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.agent.encode.javacv.DecodingCheck;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceProblem;
import dev.fanlight.agent.source.live.CsiCommand;
import dev.fanlight.agent.testing.Footage;
import dev.fanlight.agent.testing.GeneratedVideo;
import dev.fanlight.agent.testing.LiveRun;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.StartsProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Commands that play real footage in real time. */
@StartsProcesses
class CommandSourceFactoryTest {

    private static final Map<String, String> AS_IT_IS = Map.of("camera.encode", "none", "camera.audio", "true");

    @RegisterExtension
    final GeneratedVideo video = new GeneratedVideo();

    @TempDir
    Path folder;

    private static String ffmpeg(String output) {
        return Loader.load(ffmpeg.class) + " -v error -re -i " + Footage.CARS.toAbsolutePath() + " " + output
                + " pipe:1";
    }

    private static LiveRun run(String command, Map<String, String> settings) throws Exception {
        return LiveRun.open(CommandSourceFactory::new, command, settings);
    }

    private static SourceException failure(String command) throws Exception {
        try (LiveRun run = run(command, Map.of())) {
            return run.failure();
        }
    }

    private static void assertPassed(LiveRun run, int count) throws Exception {
        run.video(1);
        System.out.println("first access unit of " + run.source().describe() + " after "
                + run.age().toMillis() + " ms");
        run.video(count);
        try (DecodingCheck decoder = new DecodingCheck(run.output.video().get(0).config())) {
            assertThat(run.output.units).allMatch(unit -> decoder.decode(unit).isPresent());
        }
    }

    @Test
    void aCommandIsKnownByItsProgramWhichIsNoVariableWithAPasswordInIt() {
        assertThat(CommandSourceFactory.program("TOKEN=hunter2 /usr/bin/ffmpeg -i x"))
                .isEqualTo("ffmpeg");
        assertThat(CommandSourceFactory.program(" capture ")).isEqualTo("capture");
        assertThat(CommandSourceFactory.program("A=1")).isEqualTo("sh");
    }

    @Test
    void annexBIsPassedThroughAsSoonAsAFrameIsComplete() throws Exception {
        try (LiveRun run = run(ffmpeg("-c copy -an -f h264"), AS_IT_IS)) {
            assertPassed(run, 25);
            List<AccessUnit> units = run.output.units;
            long span = units.get(24).captureMicros() - units.get(4).captureMicros();
            assertThat(Duration.ofNanos(span * 1_000)).isGreaterThan(Duration.ofMillis(400));
        }
    }

    @Test
    void h265IsPassedThroughToo() throws Exception {
        try (LiveRun run = run(
                ffmpeg("-c:v libx265 -preset ultrafast -tune zerolatency -x265-params log-level=none -an -f hevc"),
                AS_IT_IS)) {
            assertPassed(run, 10);
            assertThat(run.output.video().get(0).config().codec()).startsWith("hvc1");
        }
    }

    @Test
    void transportStreamsArePassedThroughWithTheirSound() throws Exception {
        try (LiveRun run = run(ffmpeg("-c copy -f mpegts"), AS_IT_IS)) {
            assertPassed(run, 10);
            run.audio(10);
        }
    }

    @Test
    void mjpegIsDecoded() throws Exception {
        try (LiveRun run = run(ffmpeg("-c:v mjpeg -q:v 6 -an -f mjpeg"), Map.of())) {
            run.video(5);
            assertThat(run.output.frames.get(0).format().size().width()).isEqualTo(768);
        }
    }

    @Test
    void annexBWithBFramesIsDecoded() throws Exception {
        String command = ffmpeg("-c:v libx264 -preset veryfast -bf 2 -an -f h264");
        try (LiveRun run = run(command, Map.of())) {
            run.video(5);
            assertThat(run.output.units).isEmpty();
            assertThat(run.source().describe()).contains("because it has B-frames");
        }
    }

    @Test
    void bFramesThatTheParameterSetsDoNotAnnounceAreSeenWithoutTimes() throws Exception {
        String command = ffmpeg("-c copy -an -f h264").replace(Footage.CARS.toString(), Footage.PERSON.toString());
        try (LiveRun run = run(command, Map.of())) {
            while (run.output.frames.size() < 5) {
                run.source().next(run.output);
            }
            assertThat(run.source().describe()).contains("because it has B-frames");
            assertThat(run.output.notices).hasSize(1);
        }
        try (LiveRun run = run(command, AS_IT_IS)) {
            assertThat(run.failure()).hasMessageContaining("has B-frames").hasMessageEndingWith("camera.encode=auto");
        }
    }

    @Test
    void parameterSetsThatChangeBeginANewFormat() throws Exception {
        String command = ffmpeg("-c copy -f h264").replace(Footage.CARS.toString(), Footage.CHANGING.toString());
        try (LiveRun run = run(command, AS_IT_IS)) {
            run.video(12);
            assertThat(run.output.video())
                    .extracting(track -> track.config().codec())
                    .containsExactly("avc1.42C00A", "avc1.64000A");
        }
    }

    @Test
    void aCommandThatEndsIsSaidSoWithItsLastLine() throws Exception {
        SourceException ended = failure("echo starting >&2; echo no camera is connected >&2; exit 3");
        assertThat(ended.problem()).isEqualTo(SourceProblem.GONE);
        assertThat(ended).hasMessage("The command echo has ended (no camera is connected).");
        assertThat(failure("/no/such/program --password hunter2"))
                .hasMessageStartingWith("The command program has ended (")
                .hasMessageContaining("not found");
    }

    @Test
    void whatIsNoVideoIsSaidSo() throws Exception {
        assertThat(failure("yes"))
                .hasMessage("The command yes writes neither H.264 or H.265 in Annex B nor MJPEG nor MPEG-TS.");
    }

    @Test
    void allThatACommandHasStartedEndsWithIt() throws Exception {
        Path pids = folder.resolve("pids");
        String command = "sleep 600 & echo $! > " + pids + "; sh -c 'sleep 601 & echo $! >> " + pids + "; wait' & "
                + ffmpeg("-c copy -an -f h264");
        try (LiveRun run = run(command, AS_IT_IS)) {
            run.video(1);
            Await.until("both sleep", () -> lines(pids).size() == 2);
        }
        for (String pid : lines(pids)) {
            Await.until(
                    "the end of " + pid,
                    () -> ProcessHandle.of(Long.parseLong(pid)).isEmpty());
        }
    }

    @Test
    void csiCamerasAreReadThroughTheirProgram() throws Exception {
        Path program = folder.resolve("rpicam-vid");
        Files.writeString(
                program,
                "#!/bin/sh\necho \"$@\" > " + folder.resolve("arguments") + "\nexec " + ffmpeg("-c copy -an -f h264")
                        + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        try (LiveRun run = LiveRun.open(
                context -> new CsiSourceFactory(context, new CsiCommand(List.of(folder))), "1", Map.of())) {
            assertPassed(run, 10);
            assertThat(run.source().describe()).isEqualTo("CSI camera 1, 768x432, 12.5 fps, passed through");
        }
        assertThat(Files.readString(folder.resolve("arguments")))
                .isEqualTo(
                        "--nopreview --timeout 0 --camera 1 --width 1280 --height 720 --framerate 15 --bitrate 1200000"
                                + " --intra 30 --codec h264 --profile baseline --inline --flush --output -\n");
    }

    @Test
    void withoutTheProgramTheSentenceSaysHowToInstallIt() {
        assertThatThrownBy(() -> LiveRun.open(
                        context -> new CsiSourceFactory(context, new CsiCommand(List.of(folder))), "0", Map.of()))
                .hasMessageContaining("sudo apt install rpicam-apps-lite");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }
}
