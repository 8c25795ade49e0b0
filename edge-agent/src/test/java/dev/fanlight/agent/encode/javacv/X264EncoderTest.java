package dev.fanlight.agent.encode.javacv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.config.EncodeSettings;
import dev.fanlight.agent.config.EncoderPreset;
import dev.fanlight.agent.config.FrameLimits;
import dev.fanlight.agent.javacv.NativeFramePool;
import dev.fanlight.agent.javacv.NativeLibraries;
import dev.fanlight.agent.source.FrameFormat;
import dev.fanlight.agent.source.FrameSize;
import dev.fanlight.agent.source.Pacer;
import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.agent.source.pattern.TestPatternSource;
import dev.fanlight.agent.source.pattern.TestStrip;
import dev.fanlight.agent.testing.CollectedOutput;
import dev.fanlight.agent.testing.ManualTime;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.H264Config;
import dev.fanlight.media.bitstream.NalUnits;
import dev.fanlight.media.h264.H264NalType;
import dev.fanlight.media.h264.H264Sps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class X264EncoderTest {

    private static final EncodeSettings SETTINGS =
            new EncodeSettings(1_200_000, Duration.ofMinutes(10), EncoderPreset.SUPERFAST);

    private final ManualTime time = new ManualTime();

    @BeforeAll
    static void quiet() {
        NativeLibraries.load(false);
    }

    private List<RawFrame> testFrames(FrameLimits limits, int count) throws Exception {
        CollectedOutput output = new CollectedOutput();
        try (TestPatternSource source = new TestPatternSource(
                limits, Optional.empty(), new NativeFramePool(1), new Pacer(time.mediaClock(), time), 0)) {
            for (int i = 0; i < count; i++) {
                source.next(output);
            }
        }
        return output.frames;
    }

    /** Frames that cannot be compressed to nothing, so that the bitrate decides. */
    private List<RawFrame> noise(FrameFormat format, int count) {
        long seed = 4711;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        NativeFramePool pool = new NativeFramePool(1);
        List<RawFrame> frames = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            RawFrame frame = pool.acquire(format, 1_000_000L + i * 66_667L);
            byte[] data = new byte[format.bytes()];
            for (int at = 0; at < data.length; at++) {
                data[at] = (byte) (100 + random.nextInt(56));
            }
            frame.fill(data);
            frames.add(frame);
        }
        return frames;
    }

    @Test
    void itsOutputDecodesAndTheStripOfEveryFrameIsReadable() throws Exception {
        List<RawFrame> frames = testFrames(new FrameLimits(1280, 720, 15), 45);
        try (X264Encoder encoder = X264Encoder.open(frames.get(0).format(), SETTINGS, 2);
                DecodingCheck decoder = new DecodingCheck(encoder.format().config())) {
            for (int i = 0; i < frames.size(); i++) {
                AccessUnit unit = encoder.encode(frames.get(i), false).orElseThrow();
                DecodedFrame frame = decoder.decode(unit).orElseThrow();
                assertThat(unit.captureMicros()).isEqualTo(frames.get(i).captureMicros());
                assertThat(TestStrip.read(frame.luma(), frame.stride(), frame.width(), frame.height()))
                        .contains(new TestStrip.Reading(i, unit.captureMicros() / 1000));
            }
        }
    }

    @Test
    void theStripSurvivesSmallFramesAtALowRate() throws Exception {
        List<RawFrame> frames = testFrames(new FrameLimits(320, 180, 15), 60);
        int readable = 0;
        try (X264Encoder encoder = X264Encoder.open(frames.get(0).format(), SETTINGS.withBitRate(150_000), 2);
                DecodingCheck decoder = new DecodingCheck(encoder.format().config())) {
            for (RawFrame frame : frames) {
                DecodedFrame decoded = decoder.decode(
                                encoder.encode(frame, false).orElseThrow())
                        .orElseThrow();
                readable += TestStrip.read(decoded.luma(), decoded.stride(), decoded.width(), decoded.height())
                                .isPresent()
                        ? 1
                        : 0;
            }
        }
        assertThat(readable).isGreaterThan(55);
    }

    @Test
    void keyFramesComeExactlyWhereTheyAreAskedFor() throws Exception {
        List<RawFrame> frames = testFrames(new FrameLimits(320, 180, 15), 40);
        List<Integer> keys = new ArrayList<>();
        try (X264Encoder encoder = X264Encoder.open(frames.get(0).format(), SETTINGS.withBitRate(500_000), 2)) {
            for (int i = 0; i < frames.size(); i++) {
                AccessUnit unit =
                        encoder.encode(frames.get(i), i == 7 || i == 23).orElseThrow();
                if (unit.key()) {
                    keys.add(i);
                }
            }
        }
        assertThat(keys).containsExactly(0, 7, 23);
    }

    @Test
    void keyFramesComeByThemselvesAsOftenAsConfigured() throws Exception {
        EncodeSettings everySecond = new EncodeSettings(500_000, Duration.ofSeconds(1), EncoderPreset.ULTRAFAST);
        List<RawFrame> frames = testFrames(new FrameLimits(320, 180, 10), 31);
        List<Integer> keys = new ArrayList<>();
        try (X264Encoder encoder = X264Encoder.open(frames.get(0).format(), everySecond, 1)) {
            for (int i = 0; i < frames.size(); i++) {
                if (encoder.encode(frames.get(i), false).orElseThrow().key()) {
                    keys.add(i);
                }
            }
        }
        assertThat(keys).containsExactly(0, 10, 20, 30);
    }

    @Test
    void aNewBitrateHoldsWithinASecondWithoutAKeyFrame() throws Exception {
        FrameFormat format = new FrameFormat(new FrameSize(320, 180), 15, 0);
        List<RawFrame> frames = noise(format, 120);
        long[] bytes = new long[120];
        int keys = 0;
        try (X264Encoder encoder = X264Encoder.open(format, SETTINGS, 2)) {
            for (int i = 0; i < 120; i++) {
                if (i == 60) {
                    encoder.bitRate(300_000);
                }
                AccessUnit unit = encoder.encode(frames.get(i), false).orElseThrow();
                bytes[i] = unit.size();
                keys += unit.key() ? 1 : 0;
            }
        }
        long before = kilobits(bytes, 30, 60);
        long after = kilobits(bytes, 90, 120);
        System.out.println("kbit/s before " + before + ", after " + after);
        assertThat(before).isBetween(900L, 1500L);
        assertThat(after).isBetween(200L, 450L);
        assertThat(keys).isEqualTo(1);
    }

    @Test
    void anotherEncoderForTheSameFramesHasTheSameParameterSets() throws Exception {
        FrameFormat format = new FrameFormat(new FrameSize(640, 360), 15, 0);
        try (X264Encoder one = X264Encoder.open(format, SETTINGS, 2);
                X264Encoder other = X264Encoder.open(format, SETTINGS, 2)) {
            one.bitRate(150_000);
            assertThat(other.format().config()).isEqualTo(one.format().config());
        }
    }

    @Test
    void itIsBaselineWithoutReorderingAndSendsSlicesOnly() throws Exception {
        List<RawFrame> frames = testFrames(new FrameLimits(640, 360, 15), 5);
        try (X264Encoder encoder = X264Encoder.open(frames.get(0).format(), SETTINGS.withBitRate(500_000), 2)) {
            H264Sps parameters =
                    ((H264Config) encoder.format().config()).configuration().sps();
            assertThat(parameters.profile()).isEqualTo(66);
            assertThat(parameters.promisesNoReordering()).isTrue();
            assertThat(parameters.width()).isEqualTo(640);
            assertThat(parameters.height()).isEqualTo(360);
            for (RawFrame frame : frames) {
                AccessUnit unit = encoder.encode(frame, true).orElseThrow();
                assertThat(NalUnits.splitLengthPrefixed(unit.payload().bytes()))
                        .isNotEmpty()
                        .allMatch(nal -> H264NalType.of(nal) == H264NalType.IDR);
            }
        }
    }

    private static long kilobits(long[] bytes, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += bytes[i];
        }
        return sum * 8 * 15 / (to - from) / 1000;
    }
}
