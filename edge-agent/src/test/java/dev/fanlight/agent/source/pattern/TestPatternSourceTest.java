package dev.fanlight.agent.source.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.audio.javacv.OpusEncoder;
import dev.fanlight.agent.config.FrameLimits;
import dev.fanlight.agent.javacv.NativeFramePool;
import dev.fanlight.agent.javacv.NativeLibraries;
import dev.fanlight.agent.source.Pacer;
import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.agent.testing.CollectedMedia;
import dev.fanlight.agent.testing.CollectedOutput;
import dev.fanlight.agent.testing.DecodedOpus;
import dev.fanlight.agent.testing.ManualTime;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.Track;
import dev.fanlight.runtime.MediaClock;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TestPatternSourceTest {

    private final ManualTime time = new ManualTime();
    private final CollectedOutput output = new CollectedOutput();

    private TestPatternSource source(int fps) throws Exception {
        return new TestPatternSource(
                new FrameLimits(640, 360, fps),
                Optional.empty(),
                new NativeFramePool(3),
                new Pacer(time.mediaClock(), time),
                4);
    }

    private static TestStrip.Reading read(RawFrame frame) {
        return TestStrip.read(ByteBuffer.wrap(frame.data()), 640, 640, 360).orElseThrow();
    }

    @Test
    void framesComeAtTheRateAndTheStripHasNumberAndTime() throws Exception {
        try (TestPatternSource source = source(20)) {
            for (int i = 0; i < 10; i++) {
                source.next(output);
            }
        }
        for (int i = 0; i < 10; i++) {
            RawFrame frame = output.frames.get(i);
            assertThat(read(frame)).isEqualTo(new TestStrip.Reading(i, frame.captureMicros() / 1000));
            assertThat(frame.captureMicros() - output.frames.get(0).captureMicros())
                    .isEqualTo(i * 50_000L);
            assertThat(frame.format().opening()).isEqualTo(4);
        }
    }

    @Test
    void afterAStallTheNumbersShowTheGapAndTheRateGoesOn() throws Exception {
        try (TestPatternSource source = source(10)) {
            source.next(output);
            time.advance(Duration.ofSeconds(2));
            source.next(output);
            source.next(output);
        }
        assertThat(read(output.frames.get(2)).number()).isEqualTo(20);
    }

    @Test
    void withSoundThereIsAFlashAndAClickAtEachFullSecondOfTheMediaClock() throws Exception {
        NativeLibraries.load(false);
        MediaClock clock = time.mediaClock();
        time.advance(Duration.ofMillis(433));
        try (TestPatternSource source = new TestPatternSource(
                new FrameLimits(640, 360, 15),
                Optional.of(channels -> OpusEncoder.open(channels, 32_000)),
                new NativeFramePool(3),
                new Pacer(clock, time),
                0)) {
            while (output.frames.size() < 80) {
                source.next(output);
            }
        }
        assertThat(output.announced.get(0)).extracting(Track::name).containsExactly("audio");
        List<AccessUnit> sound =
                output.all.stream().map(CollectedMedia.Encoded::unit).toList();
        List<Long> clicks = DecodedOpus.onsets(DecodedOpus.of(sound, 1));
        assertThat(clicks).hasSize(5);
        assertThat(clicks).allSatisfy(micros -> assertThat(micros % 1_000_000).isBetween(0L, 1_000L));
        List<Long> flashes = new ArrayList<>();
        boolean dark = true;
        for (RawFrame frame : output.frames) {
            boolean white = (frame.data()[640 * (360 * 15 / 16) + 320] & 0xFF) > 128;
            if (white && dark) {
                flashes.add(frame.captureMicros());
            }
            dark = !white;
        }
        assertThat(flashes).hasSize(5);
        for (int i = 0; i < 5; i++) {
            assertThat(clicks.get(i) - flashes.get(i)).isBetween(-1_000L, 1_000L);
        }
    }

    @Test
    void afterAStallTheClicksGoOnAtFullSeconds() throws Exception {
        NativeLibraries.load(false);
        try (TestPatternSource source = new TestPatternSource(
                new FrameLimits(640, 360, 10),
                Optional.of(channels -> OpusEncoder.open(channels, 32_000)),
                new NativeFramePool(3),
                new Pacer(time.mediaClock(), time),
                0)) {
            while (output.frames.size() < 5) {
                source.next(output);
            }
            time.advance(Duration.ofMillis(1700));
            output.all.clear();
            while (output.all.size() < 120) {
                source.next(output);
            }
        }
        List<AccessUnit> sound =
                output.all.stream().map(CollectedMedia.Encoded::unit).toList();
        assertThat(DecodedOpus.onsets(DecodedOpus.of(sound, 1)))
                .hasSize(2)
                .allSatisfy(micros -> assertThat(micros % 1_000_000).isBetween(0L, 1_000L));
    }

    @Test
    void twoFramesDifferBeyondTheStrip() throws Exception {
        try (TestPatternSource source = source(10)) {
            source.next(output);
            source.next(output);
        }
        int below = 640 * 60;
        assertThat(java.util.Arrays.mismatch(
                        output.frames.get(0).data(),
                        below,
                        640 * 360,
                        output.frames.get(1).data(),
                        below,
                        640 * 360))
                .isNotNegative();
    }
}
