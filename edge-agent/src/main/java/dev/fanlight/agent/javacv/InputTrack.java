package dev.fanlight.agent.javacv;

import static org.bytedeco.ffmpeg.global.avformat.avformat_index_get_entries_count;
import static org.bytedeco.ffmpeg.global.avformat.avformat_index_get_entry;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;

import dev.fanlight.media.bitstream.AspectRatio;
import java.util.Arrays;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** One stream of a {@link MediaInput}, valid while the input is open. One thread. */
public final class InputTrack {

    private static final double MICROS = 1_000_000;
    private static final double PLAUSIBLE_FPS = 120;
    private static final double TOLERANCE = 0.2;
    private static final int INDEXED_FRAMES = 256;
    private static final int FEW_FRAMES = 10;

    private final AVStream stream;
    private final double microsPerTick;

    InputTrack(AVStream stream) {
        this.stream = stream;
        this.microsPerTick = av_q2d(stream.time_base()) * MICROS;
    }

    /** Codec, size and configuration record as the container says. */
    public AVCodecParameters parameters() {
        return stream.codecpar();
    }

    /** The configuration record, empty when the container has none. */
    public Optional<byte[]> record() {
        byte[] record = new byte[parameters().extradata_size()];
        if (record.length == 0) {
            return Optional.empty();
        }
        parameters().extradata().get(record);
        return Optional.of(record);
    }

    /**
     * Average frames a second as the container says, 0 when it does not. A jump of the time stamps makes an average useless; then it is
     * the rate of neighbouring frames.
     */
    public double fps() {
        double average = rate(stream.avg_frame_rate());
        double typical = typicalRate();
        boolean same = typical == 0 || Math.abs(average - typical) <= typical * TOLERANCE;
        return same ? average : typical;
    }

    /** How the container wants its frames to be held. */
    public Orientation orientation() {
        return Orientation.of(parameters());
    }

    /** The shape of a sample as the container says, empty when it leaves that to the stream. */
    public Optional<AspectRatio> sampleAspect() {
        return SampleAspect.read(stream.sample_aspect_ratio());
    }

    /** Language as the container says, usually ISO 639-2. */
    public Optional<String> language() {
        AVDictionaryEntry entry = av_dict_get(stream.metadata(), "language", null, 0);
        return entry == null
                ? Optional.empty()
                : Optional.ofNullable(entry.value().getString());
    }

    /** Ticks of this stream in µs. */
    public long micros(long ticks) {
        return Math.round(ticks * microsPerTick);
    }

    /** Its place among the streams of the input, from 0 on. */
    public int index() {
        return stream.index();
    }

    long ticks(long micros) {
        return Math.round(micros / microsPerTick);
    }

    long firstTicks() {
        return stream.start_time() == AV_NOPTS_VALUE ? 0 : stream.start_time();
    }

    /** Where the container has an index of all frames, of the first of them; otherwise what FFmpeg saw while probing. 0 when unknown. */
    private double typicalRate() {
        int frames = Math.min(INDEXED_FRAMES, avformat_index_get_entries_count(stream));
        if (frames < FEW_FRAMES || avformat_index_get_entries_count(stream) != stream.nb_frames()) {
            double base = rate(stream.r_frame_rate());
            return rate(stream.avg_frame_rate()) < 1 && base >= 1 && base <= PLAUSIBLE_FPS ? base : 0;
        }
        long[] steps = new long[frames - 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = avformat_index_get_entry(stream, i + 1).timestamp()
                    - avformat_index_get_entry(stream, i).timestamp();
        }
        Arrays.sort(steps);
        double micros = steps[steps.length / 2] * microsPerTick;
        return micros > 0 ? MICROS / micros : 0;
    }

    private static double rate(AVRational fraction) {
        double rate = av_q2d(fraction);
        return Double.isFinite(rate) && rate > 0 ? rate : 0;
    }
}
