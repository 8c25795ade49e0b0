package dev.fanlight.agent.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.bench.EncodeBench.Row;
import dev.fanlight.agent.config.EncodeSettings;
import dev.fanlight.agent.config.EncoderPreset;
import dev.fanlight.agent.encode.EncodeException;
import dev.fanlight.agent.javacv.NativeLibraries;
import dev.fanlight.agent.source.FrameSize;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EncodeBenchTest {

    private static final FrameSize SMALL = new FrameSize(160, 90);
    private static final FrameSize LARGE = new FrameSize(1920, 1080);

    @Test
    void framesAreReallyEncoded() throws EncodeException {
        NativeLibraries.load(false);
        EncodeSettings settings = new EncodeSettings(150_000, Duration.ofSeconds(2), EncoderPreset.SUPERFAST);
        EncodeBench bench = new EncodeBench(settings, 15, NanoClock.SYSTEM, new SplittableRandom(1));
        Row row = bench.measure(SMALL, EncoderPreset.ULTRAFAST, Duration.ofMillis(50));
        assertThat(row.framesPerSecond()).isPositive();
        assertThat(row.load() * row.framesPerSecond()).isBetween(14.99, 15.01);
    }

    @Test
    void theLargestSizeThatLeavesTimeIsRecommendedWithTheBestPresetForIt() {
        List<Row> rows = List.of(
                new Row(LARGE, EncoderPreset.VERYFAST, 20, 0.75),
                new Row(LARGE, EncoderPreset.ULTRAFAST, 50, 0.3),
                new Row(SMALL, EncoderPreset.VERYFAST, 100, 0.15),
                new Row(SMALL, EncoderPreset.ULTRAFAST, 200, 0.07));
        assertThat(EncodeBench.recommended(rows)).contains(rows.get(2));
        assertThat(EncodeBench.recommended(rows.subList(0, 2))).contains(rows.get(1));
        assertThat(EncodeBench.recommended(rows.subList(0, 1))).isEmpty();
        assertThat(BenchText.advice(rows))
                .startsWith("Recommended: camera.width=160 camera.height=90 encode.preset=veryfast");
        assertThat(BenchText.advice(rows.subList(0, 1))).startsWith("This computer is too slow");
    }
}
