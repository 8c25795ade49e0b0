package dev.fanlight.agent.source.file.javacv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.agent.config.AgentSettings;
import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.config.EncodeMode;
import dev.fanlight.agent.config.FrameLimits;
import dev.fanlight.agent.encode.javacv.DecodingCheck;
import dev.fanlight.agent.javacv.NativeFramePool;
import dev.fanlight.agent.javacv.NativeLibraries;
import dev.fanlight.agent.source.FrameSize;
import dev.fanlight.agent.source.FrameSource;
import dev.fanlight.agent.source.Pacer;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceProblem;
import dev.fanlight.agent.testing.CollectedOutput;
import dev.fanlight.agent.testing.Footage;
import dev.fanlight.agent.testing.ManualTime;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.bitstream.NalUnits;
import dev.fanlight.media.h264.H264NalType;
import dev.fanlight.settings.SettingsReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSourceFactoryTest {

    private final ManualTime time = new ManualTime();
    private final CollectedOutput output = new CollectedOutput();

    @BeforeAll
    static void quiet() {
        NativeLibraries.load(false);
    }

    private FrameSource open(Path file, EncodeMode mode, FrameLimits limits) throws SourceException {
        return open(
                file,
                Map.of(
                        "camera.encode", mode.name().toLowerCase(Locale.ROOT),
                        "camera.width", Integer.toString(limits.width()),
                        "camera.height", Integer.toString(limits.height()),
                        "camera.fps", Integer.toString(limits.fps())));
    }

    private FrameSource open(Path file, Map<String, String> overrides) throws SourceException {
        CameraSettings settings = CameraSettings.of(
                new SettingsReader(AgentSettings.all()).overrides(overrides).read());
        return new FileSourceFactory(settings, new NativeFramePool(2), new Pacer(time.mediaClock(), time))
                .open(file.toString(), 9);
    }

    private void run(FrameSource source, int units) throws SourceException, InterruptedException {
        while (output.units.size() + output.frames.size() < units) {
            source.next(output);
        }
    }

    @Test
    void baselineIsPassedThroughAndLoopedOnOneTimeLine() throws Exception {
        try (FrameSource source = open(Footage.CARS, EncodeMode.AUTO, new FrameLimits(1280, 720, 15));
                DecodingCheck decoder = decoderAfterFirst(source)) {
            run(source, 300);
            for (int i = 0; i < 300; i++) {
                AccessUnit unit = output.units.get(i);
                assertThat(decoder.decode(unit)).isPresent();
                assertThat(unit.offsetMicros()).isZero();
                assertThat(unit.key()).isEqualTo(i % 120 % 60 == 0);
            }
        }
        for (int i = 1; i < 300; i++) {
            long step = output.units.get(i).captureMicros()
                    - output.units.get(i - 1).captureMicros();
            assertThat(step).isEqualTo(80_000);
        }
        assertThat(output.announced).hasSize(1);
        assertThat(output.frames).isEmpty();
    }

    private DecodingCheck decoderAfterFirst(FrameSource source) throws Exception {
        run(source, 1);
        return new DecodingCheck(output.video().get(0).config());
    }

    @Test
    void passedThroughFramesHoldSlicesOnly() throws Exception {
        try (FrameSource source = open(Footage.CARS, EncodeMode.NONE, new FrameLimits(1280, 720, 15))) {
            run(source, 70);
        }
        for (AccessUnit unit : output.units) {
            List<ByteBuffer> nals = NalUnits.splitLengthPrefixed(unit.payload().bytes());
            assertThat(nals).isNotEmpty().allMatch(nal -> H264NalType.of(nal) <= H264NalType.IDR);
        }
    }

    @Test
    void parameterSetsThatChangeInBandBeginANewFormatInEachLap() throws Exception {
        try (FrameSource source = open(Footage.CHANGING, EncodeMode.NONE, new FrameLimits(1280, 720, 15))) {
            run(source, 24);
        }
        assertThat(output.video())
                .extracting(track -> track.config().codec())
                .containsExactly("avc1.42C00A", "avc1.64000A", "avc1.42C00A", "avc1.64000A");
        for (int i = 0; i < 4; i++) {
            try (DecodingCheck decoder = new DecodingCheck(output.video().get(i).config())) {
                assertThat(output.units.subList(6 * i, 6 * i + 6))
                        .allMatch(unit -> decoder.decode(unit).isPresent());
            }
        }
    }

    @Test
    void atARestartAPassedFileGoesBackToTheKeyFrameBefore() throws Exception {
        try (FrameSource source = open(Footage.CARS, EncodeMode.AUTO, new FrameLimits(1280, 720, 15))) {
            run(source, 90);
            source.restart();
            run(source, 92);
        }
        assertThat(output.units.get(90).key()).isTrue();
        assertThat(output.units.get(90).payload())
                .isEqualTo(output.units.get(60).payload());
        assertThat(output.units.get(90).captureMicros() - output.units.get(89).captureMicros())
                .isEqualTo(80_000);
        assertThat(output.units.get(91).key()).isFalse();
    }

    @Test
    void bFramesAreDecodedInTheOrderInWhichTheyAreShown() throws Exception {
        try (FrameSource source = open(Footage.PERSON, EncodeMode.AUTO, new FrameLimits(1280, 720, 15))) {
            run(source, 250);
            assertThat(source.describe()).contains("768x432").contains("10.0 fps");
        }
        assertThat(output.units).isEmpty();
        for (int i = 1; i < 250; i++) {
            long step = output.frames.get(i).captureMicros()
                    - output.frames.get(i - 1).captureMicros();
            assertThat(step).isEqualTo(100_000);
        }
        assertThat(output.frames.get(0).format().opening()).isEqualTo(9);
    }

    @Test
    void bFramesAreRefusedWhenNothingMayBeEncoded() {
        assertThatThrownBy(() -> open(Footage.PERSON, EncodeMode.NONE, new FrameLimits(1280, 720, 15)))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.problem()).isEqualTo(SourceProblem.UNSUPPORTED))
                .hasMessageContaining("B-frames");
    }

    @Test
    void decodedFramesFitTheLimits() throws Exception {
        try (FrameSource source = open(Footage.CARS, EncodeMode.SOFTWARE, new FrameLimits(320, 720, 5))) {
            run(source, 20);
        }
        assertThat(output.frames.get(0).format().size()).isEqualTo(new FrameSize(320, 180));
        assertThat(output.frames.get(0).data()).hasSize(320 * 180 * 3 / 2);
        long duration =
                output.frames.get(19).captureMicros() - output.frames.get(0).captureMicros();
        assertThat(duration).isBetween(3_700_000L, 3_900_000L);
    }

    @Test
    void decodedFramesAreNotBlackAndNotAllTheSame() throws Exception {
        try (FrameSource source = open(Footage.CARS, EncodeMode.SOFTWARE, new FrameLimits(320, 720, 15))) {
            run(source, 60);
        }
        byte[] first = output.frames.get(0).data();
        assertThat(new String(first, java.nio.charset.StandardCharsets.ISO_8859_1)
                        .chars()
                        .distinct()
                        .count())
                .isGreaterThan(60);
        assertThat(first).isNotEqualTo(output.frames.get(59).data());
    }

    @Test
    void whatIsNoVideoIsSaidSo(@TempDir Path folder) throws IOException {
        Path text = Files.writeString(folder.resolve("notes.mp4"), "this is no video");
        assertThatThrownBy(() -> open(text, EncodeMode.AUTO, new FrameLimits(320, 180, 15)))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("is not a video");
        assertThatThrownBy(() -> open(folder.resolve("gone.mp4"), EncodeMode.AUTO, new FrameLimits(320, 180, 15)))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("There is no file");
        assertThatThrownBy(() -> open(folder, EncodeMode.AUTO, new FrameLimits(320, 180, 15)))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("There is no file");
    }

    @Test
    void aFileWithoutItsIndexIsNoVideo(@TempDir Path folder) throws Exception {
        byte[] whole = Files.readAllBytes(Footage.CARS);
        Path cut = folder.resolve("cut.mp4");
        Files.write(cut, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> open(cut, EncodeMode.AUTO, new FrameLimits(320, 180, 15)))
                .isInstanceOf(SourceException.class);
    }
}
