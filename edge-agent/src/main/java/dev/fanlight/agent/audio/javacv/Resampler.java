package dev.fanlight.agent.audio.javacv;

import static org.bytedeco.ffmpeg.global.avutil.AV_CHANNEL_ORDER_UNSPEC;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_set_int;
import static org.bytedeco.ffmpeg.global.swresample.SWR_FLAG_RESAMPLE;
import static org.bytedeco.ffmpeg.global.swresample.swr_alloc;
import static org.bytedeco.ffmpeg.global.swresample.swr_config_frame;
import static org.bytedeco.ffmpeg.global.swresample.swr_convert_frame;
import static org.bytedeco.ffmpeg.global.swresample.swr_free;
import static org.bytedeco.ffmpeg.global.swresample.swr_get_delay;
import static org.bytedeco.ffmpeg.global.swresample.swr_init;
import static org.bytedeco.ffmpeg.global.swresample.swr_set_compensation;

import dev.fanlight.agent.audio.AudioEncoder;
import dev.fanlight.agent.audio.AudioException;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swresample.SwrContext;

/**
 * Converts sound of any rate, format and number of channels, which may change at any time, to 48 kHz, 16 bits, interleaved, and stretches
 * it a little where that is asked for. One thread uses and closes it, which frees its native memory.
 */
final class Resampler implements AutoCloseable {

    /** How the sound arrives. */
    private record Format(int rate, int sampleFormat, int channels) {}

    private record Open(Format format, SwrContext context) {}

    private final int channels;
    private final AVFrame output = av_frame_alloc();
    private Optional<Open> open = Optional.empty();

    /** Makes one for so many channels of output, 1 or 2. */
    Resampler(int channels) {
        this.channels = channels;
    }

    /** What it has taken and not yet given out, µs. */
    long delayMicros() {
        return open.map(now -> swr_get_delay(now.context(), TimeUnit.SECONDS.toMicros(1)))
                .orElse(0L);
    }

    /** How many samples this frame is at 48 kHz. */
    static int samplesOf(AVFrame frame) {
        return (int) ((long) frame.nb_samples() * AudioEncoder.SAMPLE_RATE / Math.max(1, frame.sample_rate()));
    }

    /**
     * Converts one frame.
     *
     * @param more how many samples more (or, negative, fewer) are to be made of it
     * @return samples, interleaved; the resampler keeps some for the next frame
     */
    short[] convert(AVFrame frame, int more) throws AudioException {
        SwrContext context = openFor(frame);
        int samples = samplesOf(frame);
        check(samples == 0 ? 0 : swr_set_compensation(context, more, samples));
        av_frame_unref(output);
        describeOutput();
        check(swr_convert_frame(context, output, frame));
        short[] converted = new short[output.nb_samples() * channels];
        if (converted.length > 0) {
            output.data(0)
                    .capacity((long) converted.length * Short.BYTES)
                    .asByteBuffer()
                    .order(ByteOrder.nativeOrder())
                    .asShortBuffer()
                    .get(converted);
        }
        return converted;
    }

    @Override
    public void close() {
        open.ifPresent(now -> swr_free(now.context()));
        open = Optional.empty();
        av_frame_free(output);
    }

    private SwrContext openFor(AVFrame frame) throws AudioException {
        int channelsIn = frame.ch_layout().nb_channels();
        if (frame.ch_layout().order() == AV_CHANNEL_ORDER_UNSPEC) {
            av_channel_layout_default(frame.ch_layout(), channelsIn);
        }
        Format format = new Format(frame.sample_rate(), frame.format(), channelsIn);
        if (open.isPresent() && open.get().format().equals(format)) {
            return open.get().context();
        }
        open.ifPresent(before -> swr_free(before.context()));
        open = Optional.of(new Open(format, configure(frame)));
        return open.get().context();
    }

    /** With resampling from the start, also where the rates are equal: to begin it in the middle would be heard. */
    private SwrContext configure(AVFrame frame) throws AudioException {
        SwrContext context = swr_alloc();
        av_opt_set_int(context, "flags", SWR_FLAG_RESAMPLE, 0);
        av_frame_unref(output);
        describeOutput();
        int result = swr_config_frame(context, output, frame);
        result = result < 0 ? result : swr_init(context);
        if (result < 0) {
            swr_free(context);
            open = Optional.empty();
            check(result);
        }
        return context;
    }

    private void describeOutput() {
        output.format(AV_SAMPLE_FMT_S16);
        output.sample_rate(AudioEncoder.SAMPLE_RATE);
        av_channel_layout_default(output.ch_layout(), channels);
    }

    private static void check(int result) throws AudioException {
        if (result < 0) {
            throw new AudioException("cannot be resampled (FFmpeg error " + result + ")");
        }
    }
}
