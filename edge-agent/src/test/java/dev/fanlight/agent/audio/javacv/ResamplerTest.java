package dev.fanlight.agent.audio.javacv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;

import dev.fanlight.agent.audio.DriftCorrection;
import dev.fanlight.agent.javacv.NativeLibraries;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ResamplerTest {

    private static final int RATE = 48_000;
    private static final int CHUNK = 960;

    private AVFrame frame;

    @BeforeAll
    static void quiet() {
        NativeLibraries.load(false);
    }

    @AfterEach
    void free() {
        av_frame_free(frame);
    }

    private void frame(int rate, int channels, int samples) {
        frame = av_frame_alloc();
        frame.format(AV_SAMPLE_FMT_S16);
        frame.sample_rate(rate);
        frame.nb_samples(samples);
        av_channel_layout_default(frame.ch_layout(), channels);
        assertThat(av_frame_get_buffer(frame, 0)).isNotNegative();
    }

    private ShortBuffer samples() {
        long bytes = (long) frame.nb_samples() * Short.BYTES * frame.ch_layout().nb_channels();
        return frame.data(0)
                .capacity(bytes)
                .asByteBuffer()
                .order(ByteOrder.nativeOrder())
                .asShortBuffer();
    }

    @Test
    void halfAnHourOfACardThatIsFastBy200PpmStaysWithin40MsOfTheClock() throws Exception {
        frame(RATE, 1, CHUNK);
        samples().put(new short[CHUNK]);
        DriftCorrection drift = DriftCorrection.forDevice();
        long largest = 0;
        long produced = 0;
        try (Resampler resampler = new Resampler(1)) {
            for (long i = 0; i < 1800L * 50; i++) {
                long clock = Math.round(i * CHUNK * 1e6 / RATE / 1.0002);
                int more = drift.correct(clock - resampler.delayMicros(), CHUNK);
                largest = Math.max(largest, Math.abs(drift.micros() + resampler.delayMicros() - clock));
                int made = resampler.convert(frame, more).length;
                drift.produced(made);
                produced += made;
            }
        }
        System.out.println("largest difference " + largest + " µs, jumps " + drift.jumps());
        assertThat(largest).isLessThan(40_000);
        assertThat(drift.jumps()).isZero();
        assertThat(produced / (double) (1800L * RATE)).isBetween(0.99975, 0.99985);
    }

    @Test
    void soundOfAnotherRateKeepsItsLengthAndItsPitch() throws Exception {
        frame(8000, 2, 160);
        int crossings = 0;
        int total = 0;
        short last = 0;
        try (Resampler resampler = new Resampler(1)) {
            for (int i = 0; i < 100; i++) {
                ShortBuffer target = samples();
                for (int n = 0; n < 160; n++) {
                    int sample = i * 160 + n;
                    short value = (short) (10_000 * Math.sin(2 * Math.PI * 440 * sample / 8000));
                    target.put(value).put(value);
                }
                short[] made = resampler.convert(frame, 0);
                total += made.length;
                for (short sample : made) {
                    crossings += last < 0 && sample >= 0 ? 1 : 0;
                    last = sample;
                }
            }
        }
        assertThat(total).isBetween(95_000, 96_000);
        assertThat(crossings).isBetween(870, 881);
    }

    @Test
    void theFormatMayChangeInTheMiddle() throws Exception {
        try (Resampler resampler = new Resampler(2)) {
            frame(44_100, 1, 441);
            resampler.convert(frame, 0);
            av_frame_free(frame);
            frame(16_000, 2, 160);
            int total = 0;
            for (int i = 0; i < 100; i++) {
                total += resampler.convert(frame, 0).length / 2;
            }
            assertThat(total).isBetween(47_000, 48_000);
        }
    }
}
