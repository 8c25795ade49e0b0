package dev.fanlight.agent.encode.javacv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.config.EncodeSettings;
import dev.fanlight.agent.config.EncoderPreset;
import dev.fanlight.agent.config.FrameLimits;
import dev.fanlight.agent.encode.EncodeException;
import dev.fanlight.agent.encode.VideoEncoder;
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
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ScalingEncoderTest {

    private static final EncodeSettings SETTINGS =
            new EncodeSettings(150_000, Duration.ofSeconds(2), EncoderPreset.SUPERFAST);
    private static final FrameFormat LOW = new FrameFormat(new FrameSize(320, 180), 15, 0);

    private final ManualTime time = new ManualTime();

    @BeforeAll
    static void quiet() {
        NativeLibraries.load(false);
    }

    private static ScalingEncoder open() throws EncodeException {
        return new ScalingEncoder(LOW, X264Encoder.open(LOW, SETTINGS, ScalingEncoder.THREADS));
    }

    private List<RawFrame> frames(int count) throws Exception {
        return frames(new FrameLimits(1280, 720, 15), count);
    }

    private List<RawFrame> frames(FrameLimits limits, int count) throws Exception {
        CollectedOutput output = new CollectedOutput();
        try (TestPatternSource source = new TestPatternSource(
                limits, Optional.empty(), new NativeFramePool(1), new Pacer(time.mediaClock(), time), 0)) {
            for (int i = 0; i < count; i++) {
                source.next(output);
            }
        }
        return output.frames;
    }

    @Test
    void whatItMakesIsSmallDecodesAndShowsWhenTheFrameWasTaken() throws Exception {
        List<RawFrame> frames = frames(60);
        int readable = 0;
        try (ScalingEncoder encoder = open();
                DecodingCheck decoder = new DecodingCheck(encoder.format().config())) {
            for (int i = 0; i < frames.size(); i++) {
                AccessUnit unit = encoder.encode(frames.get(i), false).orElseThrow();
                assertThat(unit.key()).isEqualTo(i % 30 == 0);
                assertThat(unit.captureMicros()).isEqualTo(frames.get(i).captureMicros());
                DecodedFrame frame = decoder.decode(unit).orElseThrow();
                assertThat(frame.width()).isEqualTo(320);
                assertThat(frame.height()).isEqualTo(180);
                Optional<TestStrip.Reading> strip =
                        TestStrip.read(frame.luma(), frame.stride(), frame.width(), frame.height());
                TestStrip.Reading drawn = new TestStrip.Reading(i, unit.captureMicros() / 1000);
                readable += strip.equals(Optional.of(drawn)) ? 1 : 0;
            }
        }
        assertThat(readable).as("strips of 60").isGreaterThan(55);
    }

    @Test
    void aKeyFrameComesWhereItIsAskedFor() throws Exception {
        List<RawFrame> frames = frames(10);
        try (ScalingEncoder encoder = open()) {
            for (int i = 0; i < frames.size(); i++) {
                assertThat(encoder.encode(frames.get(i), i == 5).orElseThrow().key())
                        .isEqualTo(i == 0 || i == 5);
            }
        }
    }

    @Test
    void whatItCostsIsPrinted() throws Exception {
        List<RawFrame> frames = frames(100);
        EncodeSettings main = SETTINGS.withBitRate(1_200_000);
        try (X264Encoder large = X264Encoder.open(frames.get(0).format(), main, 1);
                ScalingEncoder small = open();
                X264Encoder coding = X264Encoder.open(LOW, SETTINGS, 1)) {
            double largeMillis = cpuMillis(large, frames);
            double smallMillis = cpuMillis(small, frames);
            double codingMillis = cpuMillis(coding, frames(new FrameLimits(320, 180, 15), 100));
            System.out.printf(
                    "CPU of a test pattern on one thread: 1280x720 %.2f ms, besides as 320x180 %.2f ms (%.2f ms of it x264)%n",
                    largeMillis, smallMillis, codingMillis);
            assertThat(smallMillis).isPositive();
        }
    }

    private static double cpuMillis(VideoEncoder encoder, List<RawFrame> frames) throws Exception {
        for (RawFrame frame : frames) {
            encoder.encode(frame, false);
        }
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (RawFrame frame : frames) {
            encoder.encode(frame, false);
        }
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e6 / frames.size();
    }
}
