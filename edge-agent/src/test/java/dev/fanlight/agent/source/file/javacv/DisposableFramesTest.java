package dev.fanlight.agent.source.file.javacv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.config.EncodeMode;
import dev.fanlight.agent.encode.javacv.DecodedFrame;
import dev.fanlight.agent.encode.javacv.DecodingCheck;
import dev.fanlight.agent.javacv.MediaInput;
import dev.fanlight.agent.javacv.NativeLibraries;
import dev.fanlight.agent.javacv.PassedVideo;
import dev.fanlight.agent.source.Pacer;
import dev.fanlight.agent.testing.CollectedOutput;
import dev.fanlight.agent.testing.ManualTime;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.CodecConfig;
import dev.fanlight.media.H264Config;
import dev.fanlight.testing.StartsProcesses;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Frames of a passed file that nothing refers to. x264 makes such frames only as B-frames, which {@link PassThrough} refuses, so
 * these files are read without it.
 */
@StartsProcesses
class DisposableFramesTest {

    private static final int GOP = 24;
    private static final int FRAMES = 4 * GOP;

    @TempDir
    private Path folder;

    private final ManualTime time = new ManualTime();

    @BeforeAll
    static void quiet() {
        NativeLibraries.load(false);
    }

    /** Moving bars, encoded by the program ffmpeg: three B-frames between two others. */
    private Path film(String pyramid) throws Exception {
        Path file = folder.resolve(pyramid + ".mp4");
        Process program = new ProcessBuilder(
                        Loader.load(ffmpeg.class),
                        "-v",
                        "error",
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc2=size=160x90:rate=12:duration=" + FRAMES / 12,
                        "-c:v",
                        "libx264",
                        "-x264-params",
                        "bframes=3:b-adapt=0:scenecut=0:open-gop=0:keyint=" + GOP + ":b-pyramid=" + pyramid,
                        file.toString())
                .inheritIO()
                .start();
        assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).isZero();
        return file;
    }

    private record Passed(CodecConfig config, List<AccessUnit> units) {}

    private Passed pass(Path file) throws Exception {
        CollectedOutput output = new CollectedOutput();
        MediaInput input = MediaInput.open("file:" + file, null, Map.of());
        H264Config config = H264Config.parse(input.video().record().orElseThrow());
        PassedVideo video = new PassedVideo(
                config,
                new PassedVideo.Container(Optional.empty(), 0, input.video().fps()));
        Pacer pacer = new Pacer(time.mediaClock(), time);
        AccessUnitReader reader = new AccessUnitReader(input, video, List.of());
        try (PassedFileSource source =
                new PassedFileSource(reader, video.first(), List.of(), EncodeMode.NONE, pacer, "film")) {
            while (output.units.size() < FRAMES) {
                source.next(output);
            }
        }
        return new Passed(video.first().config(), output.units);
    }

    private static List<ByteBuffer> decoded(CodecConfig config, List<AccessUnit> units) {
        List<ByteBuffer> frames = new ArrayList<>();
        try (DecodingCheck decoder = new DecodingCheck(config)) {
            units.forEach(unit -> decoder.decode(unit).map(DecodedFrame::luma).ifPresent(frames::add));
        }
        return frames;
    }

    @Test
    void bFramesThatNothingRefersToAreMarkedAndTheOthersAreTheSameWithoutThem() throws Exception {
        Passed film = pass(film("none"));
        List<AccessUnit> kept =
                film.units().stream().filter(unit -> !unit.disposable()).toList();
        assertThat(kept).hasSizeBetween(FRAMES / 4, FRAMES / 4 + FRAMES / GOP);
        assertThat(film.units().stream().filter(AccessUnit::key)).hasSize(FRAMES / GOP);
        assertThat(kept.stream().filter(AccessUnit::key)).hasSize(FRAMES / GOP);
        List<ByteBuffer> alone = decoded(film.config(), kept);
        assertThat(alone).hasSizeGreaterThan(kept.size() - 3);
        assertThat(new HashSet<>(decoded(film.config(), film.units()))).containsAll(alone);
    }

    @Test
    void aBFrameThatOthersReferToIsNotMarked() throws Exception {
        Passed flat = pass(film("none"));
        Passed pyramid = pass(film("normal"));
        long marked = pyramid.units().stream().filter(AccessUnit::disposable).count();
        assertThat(marked).isPositive();
        assertThat(marked)
                .isLessThan(flat.units().stream().filter(AccessUnit::disposable).count());
        List<AccessUnit> kept =
                pyramid.units().stream().filter(unit -> !unit.disposable()).toList();
        assertThat(new HashSet<>(decoded(pyramid.config(), pyramid.units())))
                .containsAll(decoded(pyramid.config(), kept));
    }
}
