package dev.fanlight.agent.source.file.javacv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.fanlight.agent.config.AgentSettings;
import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.javacv.NativeFramePool;
import dev.fanlight.agent.javacv.NativeLibraries;
import dev.fanlight.agent.source.FrameSource;
import dev.fanlight.agent.source.Pacer;
import dev.fanlight.agent.testing.CollectedMedia.Encoded;
import dev.fanlight.agent.testing.CollectedOutput;
import dev.fanlight.agent.testing.Footage;
import dev.fanlight.agent.testing.ManualTime;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.AudioShape;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import dev.fanlight.settings.SettingsReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files whose audio is passed through beside their video. */
class PassedAudioTest {

    private static final int VIDEO = 0;
    private static final int AUDIO = 2;

    @TempDir
    private Path folder;

    private final ManualTime time = new ManualTime();
    private final CollectedOutput output = new CollectedOutput();

    @BeforeAll
    static void quiet() {
        NativeLibraries.load(false);
    }

    private FrameSource open(Path file, Map<String, String> overrides) throws Exception {
        CameraSettings settings = CameraSettings.of(
                new SettingsReader(AgentSettings.all()).overrides(overrides).read());
        return new FileSourceFactory(settings, new NativeFramePool(2), new Pacer(time.mediaClock(), time))
                .open(file.toString(), 0);
    }

    private void run(FrameSource source, int units) throws Exception {
        while (output.all.size() < units) {
            source.next(output);
        }
    }

    private List<AccessUnit> units(int track) {
        return output.all.stream()
                .filter(one -> one.track() == track)
                .map(Encoded::unit)
                .toList();
    }

    /** Two seconds of moving bars in H.265 without B-frames, and a tone in Opus. */
    private Path barsWithTone() throws Exception {
        Path file = folder.resolve("bars.mp4");
        Process program = new ProcessBuilder(
                        Loader.load(ffmpeg.class),
                        "-v",
                        "error",
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc2=size=160x90:rate=10:duration=2",
                        "-f",
                        "lavfi",
                        "-i",
                        "sine=frequency=440:sample_rate=48000:duration=2",
                        "-c:v",
                        "libx265",
                        "-x265-params",
                        "bframes=0:keyint=10:log-level=none",
                        "-tag:v",
                        "hvc1",
                        "-c:a",
                        "libopus",
                        "-b:a",
                        "32k",
                        "-ac",
                        "2",
                        "-metadata:s:a:0",
                        "language=deu",
                        file.toString())
                .inheritIO()
                .start();
        assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).isZero();
        return file;
    }

    @Test
    void h265AndOpusOfAFileAreTwoTracksOnOneClock() throws Exception {
        try (FrameSource source = open(barsWithTone(), Map.of("camera.encode", "none", "camera.audio", "true"))) {
            run(source, 240);
            assertThat(source.describe()).endsWith("10.0 fps, passed through with sound");
        }
        assertThat(output.announced).hasSize(1);
        assertThat(output.announced.get(0))
                .extracting(Track::id, Track::name, Track::kind, Track::language)
                .containsExactly(
                        tuple(VIDEO, "main", MediaKind.VIDEO, Optional.empty()),
                        tuple(AUDIO, "audio", MediaKind.AUDIO, Optional.of("deu")));
        assertThat(output.announced.get(0).get(0).config().codec()).startsWith("hvc1.");
        assertThat(output.announced.get(0).get(1).config().codec()).isEqualTo("opus");
        assertThat(output.announced.get(0).get(1).shape()).isEqualTo(new AudioShape(48_000, 2));
        assertThat(units(VIDEO)).hasSizeBetween(38, 42);
        assertThat(units(AUDIO)).allMatch(AccessUnit::key).allMatch(unit -> unit.size() > 0);
    }

    @Test
    void accessUnitsOfBothTracksComeInTheOrderOfTheirTimesOverTheEndOfTheFile() throws Exception {
        try (FrameSource source = open(Footage.CARS, Map.of("camera.audio", "true"))) {
            run(source, 1200);
        }
        for (int i = 1; i < output.all.size(); i++) {
            assertThat(output.all.get(i).unit().captureMicros())
                    .isGreaterThanOrEqualTo(output.all.get(i - 1).unit().captureMicros());
        }
        assertThat(output.announced.get(0).get(1).config().codec()).isEqualTo("mp4a.40.2");
        assertThat(units(VIDEO)).hasSizeGreaterThan(120);
    }

    @Test
    void aRestartBeginsWithTheKeyFrameBeforeAndTheAudioFollowsIt() throws Exception {
        try (FrameSource source = open(Footage.CARS, Map.of("camera.audio", "true"))) {
            while (output.units.size() < 90) {
                source.next(output);
            }
            source.restart();
            while (output.units.size() < 92) {
                source.next(output);
            }
        }
        assertThat(output.units.get(90).key()).isTrue();
        assertThat(output.units.get(90).payload())
                .isEqualTo(output.units.get(60).payload());
        assertThat(output.units.get(90).captureMicros() - output.units.get(89).captureMicros())
                .isBetween(0L, 200_000L);
    }

    @Test
    void audioIsLeftInTheFileUnlessItIsSwitchedOn() throws Exception {
        try (FrameSource source = open(Footage.CARS, Map.of())) {
            run(source, 30);
        }
        assertThat(output.announced.get(0)).hasSize(1);
        assertThat(output.all).allMatch(one -> one.track() == VIDEO);
    }
}
